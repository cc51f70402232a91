import { isRegisterResource } from '@fieldlab/domain';
import { Box, Checkbox, FormControlLabel, Link as MuiLink, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { useNames, useT } from '../i18n/use-t';
import { recordPath } from '../providers/record-path';
import { keyOf, type Find } from './use-person-request';

interface FoundPlacesProps {
  finds: readonly Find[];
  chosen: ReadonlySet<string>;
  onChoose: (keys: readonly string[], isChosen: boolean) => void;
}

/** Where a person was found, by kind of place; each is chosen by itself, since others may have the same name. */
export function FoundPlaces({ finds, chosen, onChoose }: FoundPlacesProps) {
  const t = useT();
  const { many } = useNames();
  const keys = finds.map(keyOf);
  const count = keys.filter((key) => chosen.has(key)).length;
  return (
    <>
      <FormControlLabel
        control={
          <Checkbox
            checked={count === keys.length}
            indeterminate={count > 0 && count < keys.length}
            onChange={(_event, isOn) => onChoose(keys, isOn)}
          />
        }
        label={t('privacy.request.all')}
      />
      {[...new Set(finds.map(({ resource }) => resource))].map((resource) => (
        <Box key={resource} component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0, mt: 3 }}>
          <Typography component="legend" sx={{ fontWeight: 600, p: 0 }}>
            {isRegisterResource(resource) ? many(resource) : t(`privacy.places.${resource}`)}
          </Typography>
          {finds
            .filter((find) => find.resource === resource)
            .map((find) => (
              <Found
                key={keyOf(find)}
                find={find}
                isChosen={chosen.has(keyOf(find))}
                onChoose={(isOn) => onChoose([keyOf(find)], isOn)}
              />
            ))}
        </Box>
      ))}
    </>
  );
}

interface FoundProps {
  find: Find;
  isChosen: boolean;
  onChoose: (isOn: boolean) => void;
}

function Found({ find, isChosen, onChoose }: FoundProps) {
  const { text, name } = find;
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', py: 1, minWidth: 0 }}>
      <FormControlLabel
        sx={{ alignItems: 'flex-start', mr: 0, '& .MuiFormControlLabel-label': { minWidth: 0, pt: 2 } }}
        control={<Checkbox checked={isChosen} onChange={(_event, isOn) => onChoose(isOn)} />}
        label={
          <Box component="span" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
            {name !== null && name !== text ? `${name} — ${text}` : text}
          </Box>
        }
      />
      <About find={find} />
    </Box>
  );
}

/** Resources without a page of their own for a record. */
const WITHOUT_PAGE = new Set([
  'contacts',
  'notes',
  'comments',
  'saved-views',
  'evidence',
  'merges',
  'imports',
  'round-submissions',
]);

/** Which text it is, whether it still says so, and the way to it. */
function About({ find: { resource, id, field, isCurrent, isErasable } }: { find: Find }) {
  const t = useT();
  const { field: fieldName } = useNames();
  const facts = [
    field !== null && field !== 'reason' && resource !== 'round-submissions' && fieldName(resource, field),
    !isCurrent && t('privacy.request.former'),
    !isErasable && t(resource === 'users' ? 'privacy.request.endFirst' : 'privacy.request.changeThere'),
  ].filter((fact) => fact !== false);
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', pl: 8, pb: 1 }}>
      {facts.join(' · ')}
      {!WITHOUT_PAGE.has(resource) && (
        <>
          {facts.length > 0 && ' · '}
          <MuiLink component={Link} underline="always" to={recordPath(resource, id)}>
            {t('privacy.request.open')}
          </MuiLink>
        </>
      )}
    </Typography>
  );
}
