/** A command line that cannot be understood. */
export class WrongCall extends Error {
  constructor(message: string) {
    super(message);
    this.name = "WrongCall";
  }
}
