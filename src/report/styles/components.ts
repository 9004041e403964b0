/** Buttons, key figures, definitions, tables, segments. */
export const COMPONENT_STYLES: string = `
.button{padding:.4375rem .875rem;border:1px solid var(--edge);border-radius:.5rem;background:var(--card);font-size:.9375rem;line-height:1.4}
.button:hover{background:var(--field)}
.button[aria-pressed=true]{background:var(--ink);color:var(--card);border-color:var(--ink)}
[data-download]{display:none}
.scripted [data-download]{display:inline-block}
.badge{display:inline-block;min-width:1.75rem;padding:.0625rem .4375rem;border-radius:.375rem;background:var(--field);font-weight:600;text-align:center}

.summary ul{display:grid;gap:.625rem;font-size:1.0625rem}
.summary li{padding-left:1rem;border-left:3px solid var(--line)}
.summary li:has(a){border-color:var(--accent)}

.figures{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.75rem}
.figure{position:relative;padding:.875rem}
.figure dt{padding-right:1.5rem;font-size:.9375rem;color:var(--quiet);line-height:1.4}
.figure .info{position:absolute;z-index:5;top:-.0625rem;right:-1.75rem}
.figure .amount{margin-top:.25rem;font-size:1.25rem;overflow-wrap:anywhere;line-height:1.25;font-weight:650;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
.figure .note{margin-top:.125rem}
.info{width:1.5rem;height:1.5rem;padding:0;border:0;background:none}
.info span{display:block;width:1.125rem;height:1.125rem;margin:auto;border:1px solid var(--edge);border-radius:50%;font-size:.75rem;font-weight:600;line-height:1rem;color:var(--quiet)}
.info:hover span{border-color:var(--ink);color:var(--ink)}
.term{display:block;position:relative}
.tip{display:none;position:absolute;z-index:4;left:0;right:-1.5rem;top:100%;padding:.75rem 1rem;border-radius:.5rem;background:var(--ink);color:var(--card);font-size:.875rem;line-height:1.5;box-shadow:0 .5rem 1.5rem rgb(0 0 0/.2)}
.tip::before{content:"";position:absolute;inset:-1.5rem 0 100%}
.info:hover+.tip,.info:focus+.tip,.info[aria-expanded=true]+.tip,.tip:hover{display:block}
.tips-off .tip{display:none!important}
@media (min-width:900px){
.figures{grid-template-columns:repeat(4,minmax(0,1fr));gap:1rem}
.figure{padding:1.25rem}
.figure .amount{font-size:1.75rem}
.summary ul{font-size:1.125rem}
}

.scroll{position:relative;overflow-x:auto}
.scroll.tall{max-height:32rem;overflow-y:auto}
.tall thead th{position:sticky;top:0;background:var(--card);box-shadow:inset 0 -1px var(--edge);border-bottom:0}
table{width:100%;border-collapse:collapse;font-size:.9375rem;font-variant-numeric:tabular-nums}
th,td{padding:.5rem;text-align:start;vertical-align:top;border-bottom:1px solid var(--line)}
tbody tr:last-child>*{border-bottom:0}
thead th.number{white-space:normal}
thead th{font-size:.8125rem;font-weight:600;color:var(--quiet);vertical-align:bottom;border-bottom:1px solid var(--edge)}
tbody th{font-weight:500}
.whole{white-space:nowrap}
.number{text-align:end;white-space:nowrap}
td .bar{min-width:4.5rem}
.sort{padding:.25rem 0;border:0;background:none;font-weight:600;text-align:inherit}
.sort:hover{color:var(--ink);text-decoration:underline;text-underline-offset:.2em}
[aria-sort=ascending]{--arrow:"↑"}
[aria-sort=descending]{--arrow:"↓"}
.number .sort::before{content:var(--arrow,"") " "}
:not(.number)>.sort::after{content:" " var(--arrow,"")}
[aria-sort=ascending] .sort,[aria-sort=descending] .sort{color:var(--ink)}
.sortable th,.sortable td{white-space:nowrap}
.sortable th:first-child{position:sticky;left:0;background:var(--card)}
.sortable thead th:first-child{z-index:1}
.sortable thead th{white-space:nowrap}
.sortable tbody th{min-width:5.5rem;max-width:min(18rem,40vw);white-space:normal}
.sortable tbody tr:hover>*{background:var(--field)}
.tools{display:flex;flex-wrap:wrap;gap:.75rem;justify-content:space-between;align-items:center}
.numbers{font-size:.9375rem}
.numbers summary{cursor:pointer;color:var(--accent);font-size:.875rem}
.numbers[open] summary{margin-bottom:.5rem}

.segments>li{display:grid;gap:.75rem 2.5rem;padding:1rem 0;border-bottom:1px solid var(--line)}
.segments>li:last-child{border-bottom:0}
.card .segment-text h4{margin:0}
.segment-text p{font-size:.9375rem}
.action{color:var(--quiet)}
.action::before{content:"→ "}
.measures{display:grid;grid-template-columns:1fr 1fr;gap:1.25rem}
.measures dt{font-size:.8125rem;color:var(--quiet)}
.advice li{display:flex;gap:.75rem;align-items:baseline;padding:.25rem 0}
.methods>div{display:grid;gap:.125rem 2rem}
.methods>*+*{margin-top:1rem}
.methods dt{font-weight:600}
.methods dd{max-width:46rem;color:var(--quiet)}
@media (min-width:900px){
th,td{padding-inline:.75rem}
.segments>li{grid-template-columns:minmax(0,1fr) 21rem}
.methods>div{grid-template-columns:14rem minmax(0,1fr)}
}
@media (max-width:599px){
table{font-size:.875rem}
th,td{padding-inline:.375rem}
td.number small{display:block}
td .bar{min-width:3rem}
}
tr>:first-child{padding-left:0}
tr>:last-child{padding-right:0}
`;
