/** What is there to be pressed, chosen or typed in; on paper it says nothing. */
const FOR_HANDS = [
  '.no-print',
  '.MuiButton-root',
  '.MuiIconButton-root',
  '.MuiToggleButtonGroup-root',
  '.MuiTab-root:not(.Mui-selected)',
  '.MuiTabs-indicator',
  '.MuiTabScrollButton-root',
  '.MuiTableCell-paddingCheckbox',
  '.row-actions',
  '.MuiPagination-root',
  '.MuiTablePagination-selectLabel',
  '.MuiTablePagination-input',
  '.MuiTablePagination-actions',
  '.MuiSnackbar-root',
  '.MuiTooltip-popper',
].join(', ');

/** How any page looks when it is handed over on paper. */
export const printRules = {
  '@page': { size: 'A4', margin: '14mm 12mm' },
  '@media print': {
    html: { fontSize: '13px' },
    // Bars, maps and ladders are made of backgrounds.
    '*': { printColorAdjust: 'exact' },
    [FOR_HANDS]: { display: 'none !important' },
    'html body': { background: '#fff' },
    'main#main-content': { padding: 0, maxWidth: 'none' },
    'h1, h2, h3, .keep-with-next': { breakAfter: 'avoid' },
    'tr, li, dt, dd, svg, figure, .keep-whole': { breakInside: 'avoid' },
    'p, dd, li': { orphans: 3, widows: 3 },
    // The headings of the columns stand on every sheet, the total at the end alone.
    'main .MuiTableHead-root': { display: 'table-header-group' },
    'main .MuiTableFooter-root': { display: 'table-row-group' },
    'main .sideways, main .MuiTablePagination-root, main .MuiTabs-scroller': {
      overflow: 'visible !important',
    },
    'main .MuiTableCell-root': { padding: '4px 8px 4px 0', fontSize: '0.8125rem', whiteSpace: 'normal' },
    // The rows of a grid of one column may then break as text does.
    'main .columns': { display: 'block' },
    // The part that is open has its tab for a heading.
    '.MuiTab-root.Mui-selected': { padding: 0, color: 'inherit', fontSize: '1.125rem' },
    'main .MuiTabs-root': { border: 0 },
    a: { color: 'inherit !important' },
  },
};
