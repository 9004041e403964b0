/** Where things stand: on a phone in one column, from 900 px on in two. */
export const LAYOUT_STYLES: string = `
header,nav ul,main,footer{max-width:72rem;margin:0 auto;padding-inline:1rem}
.skip{position:absolute;left:-100vw;background:var(--card);padding:.5rem 1rem;z-index:3}
.skip:focus{left:1rem;top:.5rem}
header{display:flex;flex-wrap:wrap;gap:1rem;justify-content:space-between;align-items:flex-start;padding-block:2rem 1.25rem}
h1,h2{overflow-wrap:anywhere}
.facts{display:flex;flex-wrap:wrap;gap:.125rem 1.25rem;margin-top:.375rem;font-size:.9375rem;color:var(--quiet);overflow-wrap:anywhere}
.controls{display:none;gap:.5rem}
.scripted .controls{display:flex}
nav{position:sticky;top:0;z-index:2;background:var(--page);border-bottom:1px solid var(--line)}
nav ul{display:flex;gap:1.375rem;overflow-x:auto;scrollbar-width:none}
nav a{display:block;padding:.75rem 0;font-size:.9375rem;white-space:nowrap;color:var(--quiet);text-decoration:none}
nav a:hover{color:var(--ink);text-decoration:underline}
main{display:grid;grid-template-columns:minmax(0,1fr);gap:3.5rem;padding-block:2rem 3rem}
section{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem;align-content:start}
.grid{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1.25rem;min-width:0}
.card>*+*,figcaption>*+*{margin-top:.5rem}
.card h4{margin-top:1.25rem}
footer{padding-block:1.25rem 2.5rem;font-size:.875rem;color:var(--quiet)}
@media (min-width:900px){
header,nav ul,main,footer{padding-inline:2rem}
.grid{grid-template-columns:repeat(2,minmax(0,1fr))}
.card{padding:1.5rem}
}
`;
