import { Box, Checkbox, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useFormat } from '../i18n/format';
import { useNames, useT } from '../i18n/use-t';
import type { ProposedChange, RegisterProposal } from '../providers/register-proposals';
import { ValueText } from '../ui/history/ValueText';
import { Sideways } from '../ui/page/Sideways';

interface ProposedChangesProps {
  proposal: RegisterProposal;
  changes: readonly ProposedChange[];
  mayDecide: boolean;
  /** The fields that are not decided upon now. */
  left: ReadonlySet<string>;
  onLeave: (left: ReadonlySet<string>) => void;
}

/** On a phone old and new stand beside each other without scrolling. */
const NARROW = { px: { xs: 1, sm: 3 }, overflowWrap: 'break-word', whiteSpace: 'normal' };

/** Field by field what is registered and what the register says. */
export function ProposedChanges({ proposal, changes, mayDecide, left, onLeave }: ProposedChangesProps) {
  const t = useT();
  const toggle = (field: string, isChosen: boolean): void => {
    const others = [...left].filter((one) => one !== field);
    onLeave(new Set(isChosen ? others : [...others, field]));
  };
  return (
    <Sideways label={t('proposals.differences', { name: proposal.companyName })}>
      <Table size="small" sx={{ maxWidth: 820, '& th, & td': NARROW }}>
        <TableHead>
          <TableRow>
            {mayDecide && <TableCell component="td" padding="checkbox" />}
            {(['field', 'from', 'to'] as const).map((name) => (
              <TableCell key={name}>{t(`proposals.${name}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {changes.map((change) => (
            <ChangeRow
              key={change.field}
              {...{ proposal, change, mayDecide }}
              isChosen={!left.has(change.field)}
              onToggle={toggle}
            />
          ))}
        </TableBody>
      </Table>
    </Sideways>
  );
}

interface ChangeRowProps {
  proposal: RegisterProposal;
  change: ProposedChange;
  mayDecide: boolean;
  isChosen: boolean;
  onToggle: (field: string, isChosen: boolean) => void;
}

function ChangeRow({ proposal, change, mayDecide, isChosen, onToggle }: ChangeRowProps) {
  const t = useT();
  const { field: nameOf } = useNames();
  const { field, from, to } = change;
  const isEnd = field === 'endedOn';
  const name = isEnd ? t('proposals.ended') : nameOf('companies', field);
  return (
    <TableRow>
      {mayDecide && (
        <TableCell padding="checkbox">
          <Checkbox
            size="small"
            checked={isChosen}
            onChange={(_event, next) => onToggle(field, next)}
            slotProps={{ input: { 'aria-label': t('proposals.choose', { field: name }) } }}
          />
        </TableCell>
      )}
      <TableCell>{name}</TableCell>
      <TableCell sx={{ color: 'text.secondary' }}>
        {isEnd ? t('proposals.goesOn') : <ValueText resource="companies" field={field} value={from} />}
      </TableCell>
      <TableCell>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {isEnd ? <End day={to} /> : <ValueText resource="companies" field={field} value={to} />}
        </Box>
        {isEnd && <Consequence running={proposal.running} />}
      </TableCell>
    </TableRow>
  );
}

function End({ day }: { day: string }) {
  const t = useT();
  const { date } = useFormat();
  return t('proposals.until', { date: date(day) });
}

/** What accepting the end does; nothing is deleted by it. */
function Consequence({ running: { own, others } }: Pick<RegisterProposal, 'running'>) {
  const t = useT();
  const said = [
    ...(own > 0 ? [t('proposals.endsOwn', { smart_count: own })] : []),
    others > 0 ? t('proposals.othersStay', { smart_count: others }) : t('proposals.endsNumber'),
  ];
  return <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', mt: 0.5 }}>{said.join(' ')}</Box>;
}
