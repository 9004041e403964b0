/** On paper: no controls, nothing cut off, cards kept whole. */
export const PRINT_STYLES: string = `
@media print{
body{font-size:10pt;background:none}
header,main,footer{max-width:none;padding-inline:0}
nav,.scripted .controls,.skip,.info,.scripted [data-download],.numbers:not([open]){display:none}
main{display:block;padding-top:0}
section{display:block;margin-bottom:1.5rem}
section>*+*{margin-top:.75rem}
h2,h3{break-after:avoid}
figure,.figure,tr,.segments>li{break-inside:avoid}
.scroll,.scroll.tall{overflow:visible;max-height:none}
.sortable{font-size:8pt}
.sortable thead th{white-space:normal}
.heat{font-size:7pt}
.heat th,.heat td{padding:.125rem .25rem}
.heat tbody td:not(.number){min-width:0}
svg rect,.heat td,.steps i{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
