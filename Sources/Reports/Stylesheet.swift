/// How every page looks: on a screen by day and by night, on a telephone, and on paper.
package enum Stylesheet {
  /// The whole style sheet on one line, since it is in every file that is handed out.
  package static let text: String =
    "@media all{:root{\(Palette.declarations(isDark: false))}}"
    + "@media screen and (prefers-color-scheme:dark){:root{\(Palette.declarations(isDark: true))}}"
    + rules.split(separator: "\n").joined()

  private static let rules = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);
    font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
    overflow-wrap:break-word}
    main,header,footer{max-width:60rem;margin:0 auto;padding:0 1rem}
    header{padding-top:1.75rem}
    h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}
    h2{font-size:1.2rem;line-height:1.3;margin:2rem 0 .75rem}
    h3{font-size:1rem;margin:1.25rem 0 .4rem}
    h4,h5,h6{font-size:1rem;margin:1rem 0 .3rem}
    p{margin:.4rem 0}
    .who,.soft,footer{color:var(--soft)}
    footer{padding-bottom:2rem;font-size:.875rem;margin-top:2rem}
    code,pre,kbd,svg text{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",
    monospace}
    code{font-size:.92em;overflow-wrap:anywhere}
    a{color:var(--accent)}
    pre{overflow-x:auto;padding:.75rem;background:var(--card);border:1px solid var(--line);
    border-radius:.4rem}
    blockquote{margin:.5rem 0;padding-left:1rem;border-left:3px solid var(--line)}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    .card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;
    padding:.75rem 1rem;margin:.6rem 0}
    .score{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center}
    .score strong{font-size:1.5rem;line-height:1.2}
    .bar{flex:1 1 10rem;height:.75rem;border:1px solid var(--edge);border-radius:.4rem;
    overflow:hidden}
    .bar i{display:block;height:100%;background:var(--accent)}
    .tally{display:flex;flex-wrap:wrap;gap:.4rem;list-style:none;padding:0;margin:.5rem 0 0}
    .steps{list-style:none;padding:0;margin:0}
    .step{border-left-width:5px}
    .step h3{display:flex;flex-wrap:wrap;align-items:baseline;gap:.3rem .75rem;margin:0}
    .step h3 code{font-size:1.05rem}
    .points{margin-left:auto;font-weight:400;color:var(--soft);white-space:nowrap}
    .verdict{white-space:nowrap;border-radius:1rem;padding:.05rem .65rem;font-size:.875rem;
    font-weight:600}
    .right{--front:var(--right);--back:var(--right-back)}
    .follows{--front:var(--follows);--back:var(--follows-back)}
    .partly{--front:var(--partly);--back:var(--partly-back)}
    .wrong{--front:var(--wrong);--back:var(--wrong-back)}
    .open{--front:var(--open);--back:var(--open-back)}
    .step{border-left-color:var(--front)}
    .verdict,td.right,td.follows,td.partly,td.wrong,td.open{background:var(--back);
    color:var(--front)}
    .evidence{border-left:3px solid var(--edge);padding-left:.75rem}
    .wide{overflow-x:auto;max-width:100%}
    details{margin:.4rem 0}
    summary{cursor:pointer;color:var(--accent);width:fit-content}
    .summary{border-left:5px solid var(--accent);font-weight:600}
    .fold{margin:0}.fold summary{width:auto;color:inherit}.fold h3{display:inline-flex;
    width:calc(100% - 1.5rem);vertical-align:top}
    details ol,details ul{margin:.3rem 0;padding-left:1.6rem}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums}
    caption{text-align:left;color:var(--soft);padding-bottom:.3rem}
    th,td{padding:.25rem .55rem;border:1px solid var(--line);text-align:left;vertical-align:top}
    th{font-weight:600}
    thead th{background:var(--card)}
    td.n,th.n{text-align:right;white-space:nowrap}
    td.centre,th.centre{text-align:center}
    .heat td{text-align:center;white-space:nowrap;padding:.15rem .4rem}
    .heat th[scope=row]{white-space:nowrap;font-weight:400;position:sticky;left:0;
    background:var(--paper);max-width:12rem;overflow:hidden;text-overflow:ellipsis}
    th code,td code{overflow-wrap:normal;white-space:nowrap}
    .words{min-width:14rem}.words code{white-space:normal}
    .bars{width:100%}.bars th,.bars td{border:0;padding:.1rem .5rem .1rem 0;background:none;
    white-space:nowrap;vertical-align:middle;font-weight:400}.bars td:last-child{width:100%}
    .share{display:block;height:.8rem}.share i{display:block;height:100%;background:var(--accent);
    border-radius:0 .2rem .2rem 0}
    .q0{background:var(--share-0)}.q1{background:var(--share-1)}.q2{background:var(--share-2)}
    .q3{background:var(--share-3)}.q4{background:var(--share-4)}
    math{font-size:1.08em;font-family:"STIX Two Math","Cambria Math","Latin Modern Math",
    "Libertinus Math","DejaVu Math TeX Gyre",math}
    .wide>math{margin:.5rem 0}.line{text-align:center}.line math{margin:.3rem .7rem}
    mtable.matrix mtd{padding:.2em .4em}
    mtable.cases mtd{text-align:left;text-align:-webkit-left;padding:.1em .4em}
    mtable.aligned mtd{padding:.15em .12em;text-align:-webkit-left}
    mtable.aligned mtd:nth-child(odd){text-align:-webkit-right}
    svg{display:block;max-width:100%;height:auto}
    svg text{fill:var(--ink);font-size:12px}
    svg .name{font-weight:600}
    svg .faint{fill:var(--soft)}
    svg .unit{fill:var(--card);stroke:var(--edge);stroke-width:1.5}
    svg .edge{stroke:var(--edge);stroke-width:1.5;fill:none}
    svg .dead{stroke-dasharray:5 4}
    svg .label{fill:var(--ink);paint-order:stroke;stroke:var(--card);stroke-width:4px;
    text-anchor:middle}
    svg .no{fill:var(--wrong);font-weight:600}
    svg .column{fill:var(--accent)}
    .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
    white-space:nowrap}
    @media (max-width:30rem){body{font-size:15px}main,header,footer{padding-left:.75rem;
    padding-right:.75rem}.card{padding:.6rem .7rem}.points{margin-left:0}}
    @media print{body{background:none;font-size:9.5pt;line-height:1.4}
    main,header,footer{max-width:none;padding:0}
    .card,.step{break-inside:avoid;background:none;padding:.25rem .6rem;margin:.2rem 0}
    h1{font-size:1.3rem}h2{font-size:1rem;margin:.7rem 0 .2rem}header{padding-top:0}p{margin:.1rem 0}
    .steps{font-size:.88em;line-height:1.35}.step>p{display:inline;margin-right:.7rem}
    .step h3,.step h3 code,.step .verdict{font-size:1em}body:not(.class) main svg{max-height:46mm;width:auto}
    .score strong{font-size:1.15rem}.wide{overflow:visible}
    svg{min-width:0!important}math{font-size:1em}.step,.verdict,td,.bar i,svg *{print-color-adjust:exact;
    -webkit-print-color-adjust:exact}details:not([open]){display:none}
    details.fold{display:block!important}.fold summary{list-style:none}
    .fold summary::-webkit-details-marker{display:none}h2,h3{break-after:avoid}
    thead{display:table-header-group}tr{break-inside:avoid}th,td{padding:.1rem .3rem}
    .heat{font-size:7pt}.heat td{padding:.05rem .15rem}.heat thead code{writing-mode:vertical-rl}
    .heat th[scope=row]{position:static;background:none}table{font-size:8.5pt}
    .class{page:sideways}}
    @page{margin:12mm}
    @page sideways{size:landscape}
    """
}
