namespace Baton.Cli.Reports;

/// <summary>How a report looks. No character here means anything to XML.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --page: #ffffff; --panel: #f3f5f8; --ink: #1b1f24; --soft: #545c66; --line: #c9d0d8; --accent: #0b57a4; --bar: #7fb0e3; --mind: #8a4b00;
          --h1: #e6f0fb; --h2: #bcd8f4; --h3: #7fb0e3; --h4: #1f69b3; --h5: #0b3d75; --strong: #ffffff; }
        @media (prefers-color-scheme: dark) { :root { --page: #14171b; --panel: #1e2329; --ink: #e8ebee; --soft: #a9b2bc; --line: #3a424b; --accent: #8fc1ff; --bar: #3d6fa5; --mind: #ffc266;
          --h1: #1b2a3a; --h2: #21425f; --h3: #2c5f8f; --h4: #8fc1ff; --h5: #d3e6ff; --strong: #0c1116; } }
        body { margin: 0 auto; max-width: 64rem; padding: 1rem 1.25rem 4rem; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
        a { color: var(--accent); } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        .skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
        h1 { font-size: 1.8rem; line-height: 1.2; } h2 { margin-top: 3rem; border-bottom: 2px solid var(--line); overflow-wrap: anywhere; } h3 { margin-top: 2.25rem; } h4 { margin: 1.5rem 0 .25rem; }
        .soft, caption, figcaption { color: var(--soft); } .mind { color: var(--mind); font-weight: 600; }
        .panel { background: var(--panel); border-radius: .5rem; padding: .25rem 1.25rem .75rem; }
        .key { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; list-style: none; } .key li { background: var(--panel); border-radius: .5rem; padding: .5rem 1rem; }
        .key b { display: block; font-size: 1.35rem; } .meaning ul { margin-bottom: .75rem; }
        .scroll { overflow-x: auto; margin: .5rem 0 1rem; } table { border-collapse: collapse; font-size: .92rem; } caption { text-align: left; padding: .25rem 0; }
        th, td { border: 1px solid var(--line); padding: .3rem .55rem; text-align: left; vertical-align: top; } thead th { background: var(--panel); } tbody th { font-weight: 600; }
        td { font-variant-numeric: tabular-nums; } .words td.text { min-width: 16rem; } .words td { overflow-wrap: anywhere; }
        .heat thead th { font-size: .82rem; } .heat td { text-align: right; min-width: 2rem; } .heat .right { outline: 2px solid var(--accent); outline-offset: -3px; font-weight: 700; }
        .h1 { background: var(--h1); } .h2 { background: var(--h2); } .h3 { background: var(--h3); } .h4 { background: var(--h4); color: var(--strong); } .h5 { background: var(--h5); color: var(--strong); }
        figure { margin: .5rem 0; } svg { max-width: 100%; height: auto; } svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
        .frame { fill: none; stroke: var(--line); } .grid { stroke: var(--line); stroke-width: .5; } .ideal { stroke: var(--soft); stroke-dasharray: 5 4; }
        .whisker { stroke: var(--ink); stroke-width: 1.5; } .median { stroke: var(--ink); stroke-width: 3; } .bar { fill: var(--bar); } .dot { fill: var(--accent); fill-opacity: .8; }
        details { margin: .5rem 0; } summary { cursor: pointer; color: var(--accent); }
        @media print { details { display: block; } nav { display: none; } }
        """;
}
