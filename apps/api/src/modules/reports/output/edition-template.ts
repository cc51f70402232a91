/** The page, in Typst. Everything that differs between editions comes in `data`. */
export const EDITION_TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let w = d.words
#let ink = rgb("#14213D")
#let soft = rgb("#52606D")
#let line-colour = rgb("#C9D1D9")
#let accent = rgb("#0B6E6E")

#set document(title: d.title, author: "Fieldlab")
#set text(lang: d.language, size: 10.5pt, fill: ink, hyphenate: true)
#set par(leading: 0.68em, spacing: 1.1em)
#set page(
  paper: "a4",
  margin: (x: 2.4cm, top: 2.6cm, bottom: 2.4cm),
  footer: context {
    set text(8.5pt, fill: soft)
    grid(columns: (1fr, auto), d.title, counter(page).display("1 / 1", both: true))
  },
)
#show heading: set text(fill: ink)
#show heading.where(level: 1): it => block(above: 1.9em, below: 0.9em, text(17pt, it.body))
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.7em, breakable: false, text(12pt, it.body))
#show heading.where(level: 3): it => block(above: 1.2em, below: 0.5em, text(11pt, it.body))

#let spans(all) = for s in all {
  if "bold" in s { strong(s.text) } else if "italic" in s { emph(s.text) } else { s.text }
}
#let pairs(rows) = grid(
  columns: (auto, 1fr), column-gutter: 1.4em, row-gutter: 0.7em,
  ..rows.map(r => (text(fill: soft, r.at(0)), r.at(1))).flatten()
)
#let ruled(..args) = table(
  stroke: (x, y) => if y == 0 { (bottom: 0.8pt + ink) } else { (bottom: 0.4pt + line-colour) },
  inset: (x: 4pt, y: 5pt), ..args
)

// What has tables is a report: it begins with a page of its own. A letter goes on under its title.
#let cover = d.tables.len() > 0
#if cover { v(16%) }
#if d.edition != none {
  text(9pt, fill: accent, weight: "bold", tracking: 0.06em, upper(w.edition + " " + d.edition))
  v(-0.3em)
}
#block(text(if cover { 32pt } else { 26pt }, weight: "bold", par(leading: 0.4em, d.title)))
#v(0.4em)
#pairs(d.facts)
#v(0.8em)
#line(length: 100%, stroke: 0.8pt + accent)
#if cover {
  v(1.6em)
  set par(leading: 0.9em)
  outline(title: text(13pt, w.contents), depth: 2, indent: 1.2em)
  pagebreak()
}

#for b in d.blocks {
  if b.kind == "heading" { heading(level: calc.min(b.level, 3), spans(b.spans)) }
  else if b.kind == "list" {
    if b.ordered { enum(..b.items.map(spans)) } else { list(..b.items.map(spans)) }
  } else { par(justify: false, spans(b.spans)) }
}

= #w.figures
#ruled(
  columns: (1fr, auto), align: (left, right),
  table.header(strong(w.indicator), strong(w.value)),
  ..d.figures.map(f => (
    { f.title; if f.quality != none { linebreak(); text(8.5pt, fill: soft, f.quality) } },
    f.value,
  )).flatten()
)

#if d.tables.len() > 0 [
  = #w.tables
  #for t in d.tables {
    heading(level: 2, t.title)
    ruled(
      columns: (1fr, auto, 5cm), align: (left, right, left),
      table.header(strong(t.columns.at(0)), strong(t.columns.at(1)), []),
      ..t.rows.map(r => (
        r.label,
        r.value,
        if r.part == none { [] } else { pdf.artifact(align(horizon, rect(width: calc.max(r.part, 0.005) * 100%, height: 7pt, fill: accent, stroke: none))) },
      )).flatten()
    )
    if t.note != none { text(8.5pt, fill: soft, t.note) }
  }
]

#if d.changes.len() > 0 [
  = #w.changes
  #ruled(
    columns: (1.4fr, auto, auto, 2fr), align: (left, right, right, left),
    table.header(strong(w.indicator), strong(w.from), strong(w.to), strong(w.why)),
    ..d.changes.map(c => (c.title, c.from, c.to, c.why)).flatten()
  )
]

= #w.definitions
#for x in d.definitions {
  block(breakable: false, {
    heading(level: 2, outlined: false, x.title)
    par(x.text)
    text(8.5pt, fill: soft, x.reference)
  })
}

= #w.provenance
#{
  set text(9.5pt)
  pairs(d.provenance.map(r => (r.at(0), if r.at(1).len() == 64 { text(8pt, r.at(1).slice(0, 32) + sym.zws + r.at(1).slice(32)) } else { r.at(1) })))
}
`;
