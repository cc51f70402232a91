/** The page, in Typst. Everything that differs between editions comes in `data`. */
export const EDITION_TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let w = d.words
#let ink = rgb("#14213D")
#let soft = rgb("#52606D")
#let line-colour = rgb("#C9D1D9")
#let accent = rgb("#0B6E6E")
#let is-report = d.themes.len() > 0

#set document(title: d.title, author: "Fieldlab")
#set text(lang: d.language, size: 10.5pt, fill: ink, hyphenate: true, costs: (widow: 300%, orphan: 300%))
#set par(leading: 0.68em, spacing: 1.1em)
#set page(
  paper: "a4",
  margin: (x: 2.4cm, top: 2.4cm, bottom: 2.2cm), // 16.2 by 25.1 cm are left
  footer: context {
    set text(8.5pt, fill: soft)
    grid(columns: (1fr, auto), d.title, counter(page).display("1 / 1", both: true))
  },
)
#show heading: set text(fill: ink)
#show heading.where(level: 1): it => block(above: 1.5em, below: 0.8em, sticky: true, text(if is-report { 17pt } else { 13pt }, it.body))
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.7em, sticky: true, text(12pt, it.body))
#show heading.where(level: 3): it => block(above: 1.2em, below: 0.5em, sticky: true, text(11pt, it.body))

#let small(body) = text(8.5pt, fill: soft, body)
#let code(body) = text(font: "DejaVu Sans Mono", 0.88em, body)
#let inlines(all) = for s in all {
  if s.kind == "text" { s.text }
  else if s.kind == "strong" { strong(inlines(s.content)) }
  else if s.kind == "em" { emph(inlines(s.content)) }
  else if s.kind == "struck" { strike(inlines(s.content)) }
  else if s.kind == "code" { code(inlines(s.content)) }
  else if s.kind == "link" { link(s.address, text(fill: accent, inlines(s.content))) }
  else { linebreak() }
}
#let pairs(rows) = grid(
  columns: (auto, 1fr), column-gutter: 1.4em, row-gutter: 0.7em,
  ..rows.map(r => (text(fill: soft, r.at(0)), r.at(1))).flatten()
)
#let ruled(..args) = table(
  stroke: (x, y) => if y == 0 { (bottom: 0.8pt + ink) } else { (bottom: 0.4pt + line-colour) },
  ..(inset: (x: 4pt, y: 4.5pt)), ..args
)
// What fits on a page stays together; only what is longer goes on over the page.
#let together(body) = layout(size => {
  let height = measure(block(width: size.width, body)).height
  block(breakable: height > size.height, width: 100%, body)
})
// A part begins on a page of its own, unless little stands on this one yet.
// What says where it ends is drawn, though empty: a mark alone would go along to the next page.
#let fresh-page(least) = {
  block(height: 0pt, above: 0pt, below: 0pt, width: 100%)[#metadata(none)<end-of-part>]
  context {
    let ends = query(selector(<end-of-part>).before(here()))
    if ends.last().location().position().y > least { pagebreak(weak: true) }
  }
}

// Columns from zero; where there is little room, only the first and the last say their numbers.
#let course(columns, height, size, ends) = pdf.artifact(grid(
  columns: columns.map(c => 1fr), column-gutter: 3pt, row-gutter: 3pt, align: center,
  ..columns.enumerate().map(((i, c)) => box(height: height, width: 100%, align(bottom, stack(
    spacing: 2.5pt,
    if not ends or i == columns.len() - 1 { box(width: 0pt, align(center, box(width: 60pt, text(size, c.short)))) },
    rect(width: 88%, height: calc.max(c.part * (height - 1.6 * size), 0.6pt), fill: accent, stroke: none),
  )))),
  ..columns.enumerate().map(((i, c)) => text(size, fill: soft, if not ends or i in (0, columns.len() - 1) { c.label })),
))
#let figure-head(f, size) = {
  text(size, weight: "bold", f.value)
  linebreak()
  text(weight: "medium", f.title)
}
#let figure-course(f, height, size, ends: false) = if f.course != none {
  v(0.2em)
  course(f.course.columns, height, size, ends)
  if f.course.note != none and not ends { small(f.course.note) }
}
#let said(f) = if f.course != none and f.course.sentence != none { par(f.course.sentence) }

#let theme-table(t) = {
  set text(8.5pt)
  heading(level: 2, outlined: false, t.title)
  ruled(
    inset: (x: 4pt, y: 2.2pt),
    columns: (1.3fr,) + t.columns.slice(1).map(c => if t.columns.len() == 2 { auto } else { 1fr }),
    align: (x, y) => if x == 0 { left } else { right },
    table.header(..t.columns.map(strong)),
    ..t.rows.flatten()
  )
  if t.note != none { small(t.note) }
}
#let theme-page(t) = {
  heading(level: 1, t.title)
  let has-map = t.map != none
  grid(
    columns: if has-map { (1fr, 4.6cm) } else { (1fr,) }, column-gutter: 1.2cm,
    {
      figure-head(t.lead, 26pt)
      said(t.lead)
      figure-course(t.lead, 2.6cm, 8pt)
    },
    ..if has-map {
      ({
        pdf.artifact(image(bytes(t.map), format: "svg", width: 100%))
        small(t.mapNote)
      },)
    },
  )
  for row in t.others.chunks(3) {
    block(breakable: false, width: 100%, {
      line(length: 100%, stroke: 0.4pt + line-colour)
      grid(
        columns: (1fr, 1fr, 1fr), column-gutter: 0.7cm,
        ..row.map(f => {
          set text(9pt)
          figure-head(f, 15pt)
          said(f)
          figure-course(f, 1cm, 7pt, ends: true)
        })
      )
    })
  }
  for c in t.changes { par(c) }
  let narrow = t.tables.filter(x => x.columns.len() < 4)
  for x in t.tables.filter(x => x.columns.len() > 3) { together(theme-table(x)) }
  for pair in narrow.chunks(2) {
    together(grid(columns: (1fr, 1fr), column-gutter: 1.2cm, ..pair.map(theme-table)))
  }
}

#let definition(x) = block(breakable: false, below: 1em, {
  strong(x.title)
  linebreak()
  x.text
  [ ]
  text(fill: soft, x.reference)
})
#let key-figures = ruled(
  columns: (1fr, auto), align: (left, right), inset: (x: 4pt, y: if is-report { 4.5pt } else { 3.5pt }),
  table.header(strong(w.indicator), strong(w.value)),
  ..d.figures.map(f => ({ f.title; if f.quality != none { linebreak(); small(f.quality) } }, f.value)).flatten()
)
#let provenance = block(breakable: false, {
  pairs(d.provenance.map(r => (r.at(0), if r.at(1).len() == 64 { text(8pt, r.at(1).slice(0, 32) + sym.zws + r.at(1).slice(32)) } else { r.at(1) })))
})
#let changes = if d.changes.len() > 0 {
  heading(level: 1, w.changes)
  together(ruled(
    columns: (1.4fr, auto, auto, 2fr), align: (left, right, right, left),
    table.header(strong(w.indicator), strong(w.from), strong(w.to), strong(w.why)),
    ..d.changes.map(c => (c.title, c.from, c.to, c.why)).flatten()
  ))
}

#let head = {
  if d.edition != none {
    text(9pt, fill: accent, weight: "bold", tracking: 0.06em, upper(w.edition + " " + d.edition))
    v(-0.3em)
  }
  block(text(if is-report { 26pt } else { 22pt }, weight: "bold", par(leading: 0.4em, d.title)))
  v(0.2em)
  if is-report { pairs(d.facts) } else { d.facts.map(r => text(fill: soft, r.at(0)) + [ ] + r.at(1)).join([ · ]) }
  v(0.4em)
  line(length: 100%, stroke: 0.8pt + accent)
}
#let blocks(all, tight: false) = for b in all {
  if b.kind == "heading" { heading(level: calc.min(b.level, 3), inlines(b.content)) }
  else if b.kind == "list" {
    let items = b.items.map(item => blocks(item, tight: b.isTight))
    if b.isNumbered { enum(start: b.start, tight: b.isTight, ..items) } else { list(tight: b.isTight, ..items) }
  } else if b.kind == "quote" { quote(block: true, blocks(b.blocks)) }
  else if b.kind == "code" { block(inset: (left: 1em), code(inlines(b.content))) }
  else if b.kind == "table" {
    ruled(
      columns: b.alignments.map(a => auto),
      align: (x, y) => if b.alignments.at(x) == "right" { right } else if b.alignments.at(x) == "center" { center } else { left },
      table.header(..b.rows.first().map(cell => strong(inlines(cell)))),
      ..b.rows.slice(1).map(row => row.map(inlines)).flatten()
    )
  } else if b.kind == "rule" { line(length: 100%, stroke: 0.4pt + line-colour) }
  else if b.kind == "paragraph" { if tight { inlines(b.content) } else { par(justify: false, inlines(b.content)) } }
}
#let body = blocks(d.blocks)

#if is-report {
  head
  body
  v(1em)
  together({ heading(level: 1, w.figures); key-figures })
  for t in d.themes {
    fresh-page(7cm)
    theme-page(t)
  }
  fresh-page(14cm)
  changes
  fresh-page(14cm)
  heading(level: 1, w.definitions)
  {
    set text(9pt)
    set par(leading: 0.55em, spacing: 0.8em)
    columns(2, gutter: 0.9cm, {
      d.definitions.map(definition).join()
      block(breakable: false, {
        heading(level: 1, w.provenance)
        provenance
        if d.themes.any(t => t.map != none) { small(w.mapCredit) }
      })
    })
  }
} else {
  // A letter is one page where it can be, with what was counted in small print below; else that is an annex.
  let letter = { head; body; heading(level: 1, w.figures); key-figures; changes }
  let annex(size) = {
    set text(size)
    set par(leading: 0.5em, spacing: 0.7em)
    heading(level: 1, w.definitions)
    grid(
      columns: (1fr, 1fr), column-gutter: 0.8cm,
      ..d.halves.map(half => half.map(definition).join())
    )
    heading(level: 1, w.provenance)
    d.provenance.map(r => text(fill: soft, r.at(0)) + [ ] + r.at(1)).join([ · ])
  }
  context {
    let is-one-page = measure(block(width: 16.2cm, { letter; annex(7.5pt) })).height < 25cm
    letter
    if not is-one-page { pagebreak(weak: true) }
    annex(if is-one-page { 7.5pt } else { 9pt })
  }
}
`;
