import { Box, FormControl, FormHelperText, FormLabel, Radio, RadioGroup } from '@mui/material';
import { PARTICIPATION_LEVELS, type ParticipationLevel } from '@fieldlab/domain';
import { useId } from 'react';
import { capitalised, useT, useWords } from '../i18n/use-t';
import { Dots } from '../ui/fields/Ladder';

interface LevelCardsProps {
  value: ParticipationLevel | null;
  onChange: (level: ParticipationLevel) => void;
  fault: string | undefined;
}

/** The four levels, each with a sentence that says what it takes. */
export function LevelCards({ value, onChange, fault }: LevelCardsProps) {
  const t = useT();
  const id = useId();
  return (
    <FormControl error={fault !== undefined} required>
      <FormLabel id={id} sx={{ mb: 2, fontSize: '0.8125rem' }}>
        {t('logging.level')}
      </FormLabel>
      <RadioGroup
        aria-labelledby={id}
        aria-invalid={fault !== undefined}
        value={value ?? ''}
        onChange={(_event, level) => onChange(level as ParticipationLevel)}
        sx={{ gap: 2 }}
      >
        {PARTICIPATION_LEVELS.map((level) => (
          <LevelCard key={level} level={level} isChosen={level === value} />
        ))}
      </RadioGroup>
      {fault !== undefined && <FormHelperText>{fault}</FormHelperText>}
    </FormControl>
  );
}

function LevelCard({ level, isChosen }: { level: ParticipationLevel; isChosen: boolean }) {
  const t = useT();
  const words = useWords();
  return (
    <Box
      component="label"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'auto 1fr auto',
        alignItems: 'center',
        columnGap: 2,
        p: 2,
        border: 1,
        borderColor: isChosen ? 'primary.main' : 'divider',
        boxShadow: isChosen ? (theme) => `inset 0 0 0 1px ${theme.palette.primary.main}` : 'none',
        borderRadius: 1,
        cursor: 'pointer',
      }}
    >
      <Radio value={level} size="small" sx={{ p: 1 }} />
      <span>
        <Box component="span" sx={{ display: 'block', fontWeight: 600 }}>
          {capitalised(words.level[level])}
        </Box>
        <Box component="span" sx={{ display: 'block', fontSize: '0.8125rem', color: 'text.secondary' }}>
          {t(`logging.levels.${level}`)}
        </Box>
      </span>
      <Dots step={PARTICIPATION_LEVELS.indexOf(level) + 1} of={PARTICIPATION_LEVELS.length} />
    </Box>
  );
}
