import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { html, trusted } from "../../src/report/html/html.js";
import { jsonScript } from "../../src/report/html/json-script.js";
import { shorten } from "../../src/report/html/shorten.js";

test("escapes what stands in a hole, for text and for attributes", () => {
  const id = `<script>alert("1" + '2')</script> & co`;
  expect(html`<td title="${id}">${id}</td>`.markup).toBe(
    '<td title="&lt;script&gt;alert(&quot;1&quot; + &#39;2&#39;)&lt;/script&gt; &amp; co">&lt;script&gt;alert(&quot;1&quot; + &#39;2&#39;)&lt;/script&gt; &amp; co</td>',
  );
});

test("keeps markup that it made itself, joins lists, and prints nothing for nothing", () => {
  const items = ["a", "b"].map((text) => html`<li>${text}</li>`);
  expect(html`<ul>${items}${undefined}${false}${[0, [1]]}</ul>`.markup).toBe(
    "<ul><li>a</li><li>b</li>01</ul>",
  );
});

test("takes an object that looks like markup for no markup", () => {
  const forged = { markup: "<b>" } as unknown as string;
  expect(() => html`${forged}`).toThrow(TypeError);
});

test("keeps trusted text as it is", () => {
  expect(html`<style>${trusted("a>b{}")}</style>`.markup).toBe("<style>a>b{}</style>");
});

test("replaces control characters and halves of surrogate pairs, which no file can hold", () => {
  expect(html`${"a\0b\u{1B}c\t\n\u{D83D}d\u{DE00}😀"}`.markup).toBe("a�b�c\t\n�d�😀");
});

test.prop([fc.string({ unit: "binary" })])("lets no text open or close anything", (text) => {
  expect(html`${text}`.markup).not.toMatch(/[<>"']/);
});

test("embeds JSON that no text can close", () => {
  const value = { id: "</script><script>alert(1)</script><!--", line: "\u2028\u2029", amp: "&" };
  const { markup } = jsonScript("data", value);
  const json = markup.replace('<script type="application/json" id="data">', "").slice(0, -9);
  expect(json).not.toMatch(/[<>&\u2028\u2029]/);
  expect(JSON.parse(json)).toEqual(value);
});

test("shortens between characters, not within them", () => {
  expect(shorten("abc", 3)).toBe("abc");
  expect(shorten("abcd", 3)).toBe("abc…");
  expect(shorten("😀😀😀😀", 3)).toBe("😀😀😀…");
  expect(shorten("😀😀😀", 3)).toBe("😀😀😀");
});

test("shortens a text of a million characters to sixty", () => {
  expect(shorten("x".repeat(1_000_000))).toBe(`${"x".repeat(60)}…`);
});
