import { Box, Radio, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useNames, useT } from '../i18n/use-t';
import type { Duplicate, MergeEffect } from '../providers/duplicates';
import { RecordLink } from '../ui/fields/values';
import { ValueText } from '../ui/history/ValueText';
import { COMPARED, differs, isKnown, sourceOf, type Choices, type Compared, type Side } from './choices';

interface SideBySideProps {
  pair: Duplicate;
  choices: Choices;
  mayDecide: boolean;
  onChoose: (choices: Choices) => void;
  /** What hangs from the one that stays and from the other; undefined until it is known. */
  hanging: MergeEffect['records'] | undefined;
}

const SIDES: readonly Side[] = ['left', 'right'];
/** A long name takes two lines rather than the place of the other's. */
const BREAKING = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

/** The two companies beside each other: what they have in common, and of what differs whose stays. */
export function SideBySide({ pair, choices, mayDecide, onChoose, hanging }: SideBySideProps) {
  const t = useT();
  const { field: nameOf } = useNames();
  const fields = COMPARED.filter((field) => isKnown(field, pair));
  return (
    <Box sx={{ overflowX: 'auto', mb: 5 }}>
      <Table
        size="small"
        aria-label={t('duplicates.sideBySide')}
        sx={{ tableLayout: 'fixed', minWidth: 320, '& td, & th': { px: { xs: 1.5, sm: 3 } } }}
      >
        <TableHead>
          <TableRow>
            <TableCell component="td" sx={{ width: { xs: '30%', sm: 200 } }} />
            {SIDES.map((side) => (
              <TableCell key={side} sx={{ verticalAlign: 'bottom', ...BREAKING }}>
                <RecordLink resource="companies" id={pair[side].id} name={pair[side].name} />
                {mayDecide && (
                  <Typography variant="body2" sx={{ color: 'text.secondary', fontWeight: 400 }}>
                    {t(side === choices.survivor ? 'duplicates.stays' : 'duplicates.goes')}
                  </Typography>
                )}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {fields.map((field) => (
            <TableRow key={field}>
              <TableCell component="th" scope="row" sx={{ color: 'text.secondary', ...BREAKING }}>
                {nameOf('companies', field)}
              </TableCell>
              {SIDES.map((side) => (
                <TableCell key={side} sx={BREAKING}>
                  <Value {...{ pair, field, side, choices, mayDecide, onChoose }} />
                </TableCell>
              ))}
            </TableRow>
          ))}
          {hanging && <HangingRow {...{ hanging, choices }} />}
        </TableBody>
      </Table>
    </Box>
  );
}

type ValueProps = Omit<SideBySideProps, 'hanging'> & { field: Compared; side: Side };

function Value({ pair, field, side, choices, mayDecide, onChoose }: ValueProps) {
  const t = useT();
  const { field: nameOf } = useNames();
  const value = <ValueText resource="companies" field={field} value={pair[side][field]} />;
  if (!mayDecide || !differs(field, pair)) return value;
  const isChosen = sourceOf(field, pair, choices) === side;
  const label = t('duplicates.takeFrom', { field: nameOf('companies', field), company: pair[side].name });
  return (
    <Box
      component="label"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        fontWeight: isChosen ? 600 : 400,
        cursor: 'pointer',
      }}
    >
      <Radio
        size="small"
        name={field}
        checked={isChosen}
        sx={{ p: 1, ml: -1 }}
        slotProps={{ input: { 'aria-label': label } }}
        onChange={() => onChoose({ ...choices, fields: { ...choices.fields, [field]: side } })}
      />
      <span>{value}</span>
    </Box>
  );
}

function HangingRow({ hanging, choices }: { hanging: MergeEffect['records']; choices: Choices }) {
  const t = useT();
  const of = (side: Side) => (side === choices.survivor ? hanging.survivor : hanging.merged);
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ color: 'text.secondary' }}>
        {t('duplicates.hanging')}
      </TableCell>
      {SIDES.map((side) => (
        <TableCell key={side}>
          <Counts counts={of(side)} />
        </TableCell>
      ))}
    </TableRow>
  );
}

const RESOURCES = {
  participations: 'participations',
  attendances: 'attendances',
  outcomes: 'outcomes',
  investments: 'investments',
  spinOffs: 'spin-offs',
} as const;

function Counts({ counts }: { counts: MergeEffect['records']['survivor'] }) {
  const t = useT();
  const { one, many } = useNames();
  const texts = Object.entries(RESOURCES).flatMap(([key, resource]) => {
    const count = counts[key as keyof typeof RESOURCES];
    return count > 0 ? [`${count} ${(count === 1 ? one(resource) : many(resource)).toLowerCase()}`] : [];
  });
  return <>{texts.join(', ') || t('duplicates.nothing')}</>;
}
