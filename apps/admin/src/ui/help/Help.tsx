import { IconButton, Popover, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isRegisterResource, kindOf, type Language } from '@fieldlab/domain';
import { useLanguage } from '../../i18n/use-t';
import type { HelpTopic, OwnTopic } from './topics';

/** These explanations arrive when one of them is asked for; kinds of records bring their own. */
const WORDS: Record<Language, () => Promise<Readonly<Record<OwnTopic, string>>>> = {
  nl: () => import('../../i18n/help/nl').then(({ nl }) => nl),
  en: () => import('../../i18n/help/en').then(({ en }) => en),
};
const NAMES: Record<Language, (name: string) => string> = {
  nl: (name) => `Uitleg: ${name}`,
  en: (name) => `About: ${name}`,
};

/** A question mark beside a list, chart or figure: what it is, in two sentences. */
export default function Help({ about, name }: { about: HelpTopic; name: string }) {
  const language = useLanguage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { data } = useQuery({
    queryKey: ['help', language],
    queryFn: WORDS[language],
    enabled: anchor !== null && !isRegisterResource(about),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const text = isRegisterResource(about) ? kindOf(about).about[language] : data?.[about];
  const label = NAMES[language](name);
  return (
    <>
      <IconButton
        size="small"
        className="no-print"
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ width: 24, height: 24, fontSize: 13, fontWeight: 600, border: 1, color: 'text.secondary' }}
      >
        ?
      </IconButton>
      <Popover
        open={anchor !== null && text !== undefined}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': label, tabIndex: -1, sx: { p: 4, maxWidth: 360 } },
        }}
      >
        <Typography variant="body2">{text}</Typography>
      </Popover>
    </>
  );
}
