import { Box } from '@mui/material';
import { useNames } from '../../i18n/use-t';
import type { Changes as AllChanges } from '../../providers/records';
import { ValueText, isDigest, isEmpty } from './ValueText';

interface ChangesProps {
  resource: string;
  changes: AllChanges;
  /** The record came or went: what it was or became is all there is to say. */
  isWhole?: boolean;
}

/** The changed fields: what they were → what they became. */
export function Changes({ resource, changes, isWhole = false }: ChangesProps) {
  const { field } = useNames();
  const shown = Object.entries(changes).filter(([name]) => !(name === 'endedOn' && 'lastDay' in changes));
  return (
    <Box component="ul" sx={{ m: 0, mt: 1, pl: 4, fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
      {shown.map(([name, { from, to }]) => (
        <li key={name}>
          {field(resource, name)}:{' '}
          {!isWhole && !(isDigest(from) && isDigest(to)) && (
            <>
              <ValueText resource={resource} field={name} value={from} />
              {' → '}
            </>
          )}
          <ValueText resource={resource} field={name} value={isWhole && isEmpty(to) ? from : to} />
        </li>
      ))}
    </Box>
  );
}
