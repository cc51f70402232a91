import {
  Alert,
  Box,
  Button,
  Checkbox,
  FormControl,
  FormControlLabel,
  FormGroup,
  FormLabel,
  MenuItem,
  Stack,
  TextField,
} from '@mui/material';
import { TOKEN_SCOPES, type TokenScope } from '@fieldlab/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useT } from '../i18n/use-t';
import { request } from '../providers/http';
import { Fault } from '../ui/forms/Fault';
import { useCopy } from '../ui/use-copy';
import { useErrorText } from '../ui/use-error-text';
import { TOKENS } from './tokens-key';

const LIVES = { month: 30, quarter: 90, year: 365, always: undefined } as const;
type Life = keyof typeof LIVES;
const DAY_MS = 86_400_000;

/** Makes a key, and shows it this once. */
export function NewToken() {
  const errorText = useErrorText();
  const client = useQueryClient();
  // Apart from the request: what was typed, and the key before, stay while the next is asked for and when it is refused.
  const [made, setMade] = useState<string | undefined>(undefined);
  const making = useMutation({
    mutationFn: ({ life, ...token }: Wanted) =>
      request<{ token: string }>('POST', '/api-tokens', { body: { ...token, expiresAt: endOf(life) } }),
    onSuccess: ({ token }) => {
      setMade(token);
      return client.invalidateQueries({ queryKey: TOKENS });
    },
  });
  return (
    <Stack sx={{ gap: 3, mb: 4 }}>
      <TokenForm key={made} isBusy={making.isPending} onMake={(wanted) => making.mutate(wanted)} />
      <Fault text={making.error ? errorText(making.error) : ''} />
      {made !== undefined && <Made token={made} />}
    </Stack>
  );
}

function endOf(life: Life): string | null {
  const days = LIVES[life];
  return days === undefined ? null : new Date(Date.now() + days * DAY_MS).toISOString();
}

interface Wanted {
  name: string;
  life: Life;
  scopes: TokenScope[];
}

interface TokenFormProps {
  isBusy: boolean;
  onMake: (wanted: Wanted) => void;
}

function TokenForm({ isBusy, onMake }: TokenFormProps) {
  const t = useT();
  const [name, setName] = useState('');
  const [life, setLife] = useState<Life>('year');
  const [scopes, setScopes] = useState<TokenScope[]>([]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    onMake({ name: name.trim(), life, scopes });
  };
  return (
    <Stack component="form" direction="row" onSubmit={submit} sx={{ gap: 2, flexWrap: 'wrap' }}>
      <TextField
        label={t('account.tokenName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        sx={{ flex: 1, minWidth: 220 }}
      />
      <TextField
        select
        label={t('account.tokenLife')}
        value={life}
        onChange={(event) => setLife(event.target.value as Life)}
        sx={{ width: 180 }}
      >
        {(Object.keys(LIVES) as Life[]).map((one) => (
          <MenuItem key={one} value={one}>
            {t(`account.tokenLives.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <ScopeChoice chosen={scopes} onChoose={setScopes} />
      <Button type="submit" variant="outlined" disabled={name.trim() === ''} loading={isBusy}>
        {t('account.createToken')}
      </Button>
    </Stack>
  );
}

/** What the key is for, in plain words; reading is in each of them. */
function ScopeChoice({
  chosen,
  onChoose,
}: {
  chosen: TokenScope[];
  onChoose: (scopes: TokenScope[]) => void;
}) {
  const t = useT();
  const toggled = (scope: TokenScope): TokenScope[] =>
    chosen.includes(scope) ? chosen.filter((one) => one !== scope) : [...chosen, scope];
  return (
    <FormControl component="fieldset" sx={{ width: '100%' }}>
      <FormLabel component="legend">{t('account.tokenScopesLegend')}</FormLabel>
      <FormGroup row>
        {TOKEN_SCOPES.filter((scope) => scope !== 'read').map((scope) => (
          <FormControlLabel
            key={scope}
            label={t(`account.tokenScopes.${scope}`)}
            control={<Checkbox checked={chosen.includes(scope)} onChange={() => onChoose(toggled(scope))} />}
          />
        ))}
      </FormGroup>
    </FormControl>
  );
}

function Made({ token }: { token: string }) {
  const t = useT();
  const copy = useCopy();
  return (
    <Alert severity="success" role="status">
      {t('account.tokenOnce')}
      <Box component="code" sx={{ display: 'block', my: 2, overflowWrap: 'anywhere', userSelect: 'all' }}>
        {token}
      </Box>
      <Button
        color="inherit"
        size="small"
        variant="outlined"
        onClick={() => copy(token, t('account.tokenCopied'))}
      >
        {t('account.copyToken')}
      </Button>
    </Alert>
  );
}
