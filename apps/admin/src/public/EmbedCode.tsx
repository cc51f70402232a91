import { Box, Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { cellsBy, type Breakdown, type SealedEdition } from '@fieldlab/domain';
import { useState } from 'react';
import { capitalised, useLanguage, useT, useWords } from '../i18n/use-t';
import { Section } from '../ui/page/Section';
import { embedCode, embedPath, heightOf, type Embed } from './embed-code';

const THEMES = ['auto', 'light', 'dark'] as const;
const FORMS = ['page', 'image'] as const;

/** The code by which somebody else's page shows a figure of this edition, and how it looks there. */
export function EmbedCode({ edition }: { edition: SealedEdition }) {
  const t = useT();
  const words = useWords();
  const language = useLanguage();
  const [chosen, choose] = useState<Pick<Embed, 'by' | 'theme' | 'form'>>({ theme: 'auto', form: 'page' });
  const [indicator, chooseIndicator] = useState(edition.figures[0]?.indicator ?? '');
  const figure = edition.figures.find((one) => one.indicator === indicator);
  if (!figure) return null;
  const titleOf = (code: string) =>
    edition.definitions.find((one) => one.code === code)?.title[language] ?? code;
  const ways = edition.by.filter((by) => cellsBy(figure, by, edition.by).length > 0);
  const by = ways.find((one) => one === chosen.by);
  const embed: Embed = { ...chosen, edition, figure, by, language, title: titleOf(indicator) };
  return (
    <Section title={t('publicly.embed.title')}>
      <Typography sx={{ mb: 4, color: 'text.secondary' }}>{t('publicly.embed.intro')}</Typography>
      <Stack direction="row" sx={{ gap: 4, flexWrap: 'wrap', mb: 4 }}>
        <Choice
          label={t('publicly.embed.figure')}
          value={indicator}
          options={edition.figures.map((one) => [one.indicator, titleOf(one.indicator)])}
          onChoose={chooseIndicator}
        />
        <Choice
          label={t('publicly.embed.by')}
          value={by ?? ''}
          options={[
            ['', t('publicly.embed.whole')],
            ...ways.map((way): Option => [way, capitalised(words.breakdown[way])]),
          ]}
          onChoose={(way) => choose({ ...chosen, by: way === '' ? undefined : (way as Breakdown) })}
        />
        <Looks chosen={chosen} onChoose={(looks) => choose({ ...chosen, ...looks })} />
      </Stack>
      <Code code={embedCode(embed, location.origin)} />
      <Typography variant="h3" sx={{ mt: 6, mb: 2 }}>
        {t('publicly.embed.preview')}
      </Typography>
      <Preview embed={embed} />
    </Section>
  );
}

/** How it looks, and as what it is shown. */
function Looks({
  chosen,
  onChoose,
}: {
  chosen: Pick<Embed, 'theme' | 'form'>;
  onChoose: (looks: Partial<Pick<Embed, 'theme' | 'form'>>) => void;
}) {
  const t = useT();
  return (
    <>
      <Choice
        label={t('publicly.embed.theme')}
        value={chosen.theme}
        options={THEMES.map((theme) => [theme, t(`publicly.embed.themes.${theme}`)])}
        onChoose={(theme) => onChoose({ theme })}
      />
      <Choice
        label={t('publicly.embed.form')}
        value={chosen.form}
        options={FORMS.map((form) => [form, t(`publicly.embed.forms.${form}`)])}
        onChoose={(form) => onChoose({ form })}
      />
    </>
  );
}

type Option<Value extends string = string> = readonly [value: Value, label: string];

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly Option<Value>[];
  onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value}
      onChange={(event) => onChoose(event.target.value as Value)}
      sx={{ minWidth: 200, flex: '1 1 200px', maxWidth: '100%' }}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      {options.map(([key, text]) => (
        <MenuItem key={key} value={key}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
}

function Code({ code }: { code: string }) {
  const t = useT();
  const [copied, setCopied] = useState<string>();
  const copy = () => void navigator.clipboard.writeText(code).then(() => setCopied(code));
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 3, alignItems: { sm: 'flex-start' } }}>
      <TextField
        fullWidth
        multiline
        size="small"
        label={t('publicly.embed.code')}
        value={code}
        onFocus={({ target }) => target.select()}
        slotProps={{ input: { readOnly: true, sx: { fontFamily: 'monospace', fontSize: '0.8125rem' } } }}
      />
      <Button variant="outlined" onClick={copy} sx={{ flexShrink: 0 }}>
        {t('publicly.embed.copy')}
      </Button>
      <Box role="status" sx={{ alignSelf: 'center' }}>
        {copied === code && t('publicly.embed.copied')}
      </Box>
    </Stack>
  );
}

function Preview({ embed }: { embed: Embed }) {
  const address = embedPath(embed);
  const border = { border: 1, borderColor: 'divider', display: 'block', maxWidth: '100%' };
  return embed.form === 'image' ? (
    <Box component="img" src={address} alt={embed.title} sx={border} />
  ) : (
    <Box
      component="iframe"
      src={address}
      title={embed.title}
      loading="lazy"
      sx={{ ...border, width: '100%', height: heightOf(embed) }}
    />
  );
}
