import { HEAT_LEVELS } from "../charts/heat-level.js";
import { DARK, LIGHT, themeDeclarations } from "./themes.js";

const levels = Array.from({ length: HEAT_LEVELS }, (_, level) => level);

/** Colours, type and plain elements. */
export const BASE_STYLES: string = `
:root{color-scheme:light;${themeDeclarations(LIGHT)}}
@media (prefers-color-scheme:dark){:root:not([data-theme]){color-scheme:dark;${themeDeclarations(DARK)}}}
:root[data-theme=dark]{color-scheme:dark;${themeDeclarations(DARK)}}
@media print{:root:root:root{color-scheme:light;${themeDeclarations(LIGHT)}}}
${levels.map((level) => `.heat-${level}{background:var(--heat-${level});color:var(--heat-ink-${level})}`).join("\n")}

*,::before,::after{box-sizing:border-box}
html{scroll-padding-top:4.5rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
h1,h2,h3,h4,p,ul,ol,dl,dd,figure{margin:0;padding:0}
ul,ol{list-style:none}
h1{font-size:1.75rem;line-height:1.25;font-weight:650;letter-spacing:-.01em}
h2{font-size:1.375rem;line-height:1.3;font-weight:650;letter-spacing:-.005em}
h3{font-size:1.0625rem;line-height:1.4;font-weight:600}
h4{font-size:1rem;line-height:1.4;font-weight:600}
b{font-weight:650}
small{font-size:.8125rem;color:var(--quiet)}
a{color:var(--accent);text-underline-offset:.2em}
button{font:inherit;color:inherit;cursor:pointer}
bdi{overflow-wrap:anywhere}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
main:focus{outline:none}
[hidden]{display:none!important}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.note{font-size:.875rem;color:var(--quiet)}
.lead{color:var(--quiet);max-width:46rem}
`;
