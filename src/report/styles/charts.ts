/** Charts and heat maps. */
export const CHART_STYLES: string = `
.plot svg{display:block;width:100%;height:100%;overflow:visible}
.plot>svg{font-size:.75rem}
.plot-axes{height:15.5rem;padding:.75rem .25rem 1.75rem 3.75rem}
.plot-lorenz{aspect-ratio:5/4;padding:.75rem .75rem 3rem 3rem}
.tick{fill:var(--quiet)}
.mark{fill:var(--ink);font-weight:600;paint-order:stroke;stroke:var(--card);stroke-width:4px;stroke-linejoin:round}
.rule{stroke:var(--line)}
.base{stroke:var(--edge)}
.line,.even{fill:none;vector-effect:non-scaling-stroke}
.line{stroke:var(--first);stroke-width:2.25px;stroke-linejoin:round}
.dashed{stroke-dasharray:4 4}
.awaited{stroke:var(--second);stroke-dasharray:6 4}
.boundary{stroke:var(--edge);stroke-dasharray:2 4}
.even{stroke:var(--edge);stroke-dasharray:2 4}
.area{fill:var(--first);opacity:.1}
.dot{fill:var(--first);stroke:var(--card);stroke-width:1.5px}
.dot.partial{fill:var(--card);stroke:var(--first)}
.series-1{fill:var(--first)}
.series-2{fill:var(--second)}
.stage-1{fill:var(--stage-1)}
.stage-2{fill:var(--stage-2)}
.stage-3{fill:var(--stage-3)}
.stage-4{fill:var(--stage-4)}
.stage-5{fill:var(--stage-5)}
.series-1.partial{fill-opacity:.4;stroke:var(--first)}
.series-2.partial{fill-opacity:.4;stroke:var(--second)}
.plot rect:hover,.dot:hover{filter:brightness(1.12)}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:.875rem}
.legend li{display:flex;gap:.5rem;align-items:center}
.key{width:.75rem;height:.75rem}
.bar{display:block;width:100%;height:.375rem;margin-top:.375rem}
.bar-track{fill:var(--field)}
.bar-fill{fill:var(--first)}

.heat{font-size:.875rem;border-collapse:separate;border-spacing:2px}
.heat th,.heat td{padding:.375rem .5rem;border:0;white-space:nowrap;vertical-align:middle}
.heat thead th{text-align:center}
.heat th:first-child{text-align:start;padding-left:0}
.heat .blank{color:var(--quiet)}
.heat tbody th{position:sticky;left:0;background:var(--card)}
.heat tbody td:not(.number){text-align:center;border-radius:.25rem;min-width:2.75rem}
.heat small{display:block}
.heat td small{color:inherit}
.heat-legend{display:flex;white-space:nowrap;gap:.5rem;align-items:center;font-size:.8125rem;color:var(--quiet)}
.steps{display:flex;flex:0 1 10.5rem}
.steps i{flex:1;height:.75rem}
@media (max-width:599px){
.roomy{display:none}
.heat th,.heat td{padding:.25rem}
.heat tbody td:not(.number){min-width:2.375rem}
.heat{font-size:.8125rem}
.heat small{font-size:.75rem}
}
`;
