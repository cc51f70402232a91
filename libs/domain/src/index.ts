export * from './countries/company-name';
export * from './countries/country-profile';
export * from './countries/nl';
export * from './countries/nl-time-zone';
export * from './countries/places';
export * from './countries/rules';
export * from './countries/sectors';
export * from './breakdowns/breakdown-name';
export * from './breakdowns/breakdowns';
export * from './breakdowns/municipality-cell';
export * from './figures';
export { companyColumn, type CompanyColumn } from './identity/company-columns';
export type { CompanyDescription, MatchReason } from './identity/company-comparison';
export type { FoundPair } from './identity/better-match';
export { findDuplicates, matchPair } from './identity/duplicate-search';
export { learnWeights, type PairDecision } from './identity/learnt-weights';
export { hundredthsOfBits, toldReason } from './identity/match-reasons';
export type { Evidence } from './identity/name-comparison';
export type { Match } from './identity/verdict';
export * from './indicators/catalogue';
export * from './indicators/cell-label';
export * from './indicators/definition';
export * from './lifecycle';
export * from './privacy/processing-activities';
export * from './mapping/guess-mapping';
export * from './mapping/import-mapping';
export * from './notifications/kinds';
export * from './notifications/sentences';
export * from './rounds/quarter';
export * from './rounds/submission';
export * from './targets/target-light';
export * from './vocabulary/code-words';
export * from './vocabulary/csv-notation';
export * from './vocabulary/enumerations';
export * from './vocabulary/languages';
export * from './vocabulary/record-names';
export * from './vocabulary/words';
export * from './text/folded-text';
export * from './text/plain-text';
export * from './text/web-address';
export * from './files/file-kinds';
export * from './register/define';
export {
  LONGEST,
  type FieldType,
  type FieldValue,
  type Referenced,
  type RegisterField,
  type RegisterFields,
} from './register/field';
export * as registerField from './register/field';
export * from './comments';
export * from './saved-views';
export * from './register/evidence';
export { PROGRAMME } from './register/programme';
export * from './register/register';
export * from './calendar';
export { readTypedAmount, readTypedNumber } from './typing/typed-amount';
export { readTypedDate } from './typing/typed-date';
export * from './periods';
export * from './errors/domain-error';
export * from './errors/error-codes';
export { faultSentence } from './errors/fault-sentence';
export * from './errors/fault-sentences';
export * from './errors/fault';
export { wordOf } from './errors/word-of';
export { errorSentence, type ErrorAbout } from './errors/error-sentence';
export * from './access/audit-actions';
export * from './access/permissions';
export * from './access/token-scopes';
export type { Cell, RawRow } from './workbook/cell';
export { LONGEST_CELL, readsAs } from './workbook/cells';
export {
  SHEET_NAMES,
  type Column,
  type ColumnType,
  type RowSheet,
  type Sheet,
  type SheetName,
} from './workbook/columns';
export { readChoice } from './workbook/choices';
export { dateOfSerial, readDate } from './workbook/dates';
export * from './workbook/finding-sentence';
export * from './workbook/findings-catalogue';
export * from './workbook/finding-sentence';
export {
  EXPLANATION_SHEET,
  FAULTS_COLUMN,
  ROW_SHEETS,
  SHEETS,
  keptColumns,
  nameIn,
  sheetOf,
  shownColumns,
} from './workbook/format';
export { findSheet, isExplanation, isFaultsColumn, namesOf, plainName } from './workbook/headers';
export type { Remark, Value } from './workbook/reading';
export { ownColumns, recordColumns, recordFields } from './workbook/record-columns';
export { snakeCase } from './workbook/sheet-of-kind';
export * from './workbook/refusals-catalogue';
export { SheetReader, type ReadRow } from './workbook/rows';
export * from './participations/step';
export * from './reconciliation/bridge';
export * from './reconciliation/bridge-text';
export * from './reconciliation/hundredths';
export * from './reconciliation/reasons';
export * from './indicators/groups';
export * from './reports/edition';
export * from './reports/lifecycle';
export * from './reports/templates';
export * from './reports/indicator-words';
export * from './reports/likeliest';
export * from './reports/numbers-in-text';
export * from './reports/text';
export { bracedIn } from './reports/text-figures';
export * from './reports/told';
