import { Box } from '@mui/material';
import {
  CLAIM_LEVELS,
  PARTICIPATION_LEVELS,
  type ClaimLevel,
  type ParticipationLevel,
} from '@fieldlab/domain';
import { useWords } from '../../i18n/use-t';

/** A level of participation as dots with its word: ●●●○ deelnemer. */
export function Level({ level }: { level: ParticipationLevel }) {
  const words = useWords();
  return (
    <Ladder
      step={PARTICIPATION_LEVELS.indexOf(level) + 1}
      of={PARTICIPATION_LEVELS.length}
      word={words.level[level]}
    />
  );
}

/** How well a claim is supported, as dots with its word. */
export function Claim({ level }: { level: ClaimLevel }) {
  const words = useWords();
  return (
    <Ladder step={CLAIM_LEVELS.indexOf(level) + 1} of={CLAIM_LEVELS.length} word={words.claimLevel[level]} />
  );
}

export function Dots({ step, of }: { step: number; of: number }) {
  return (
    <Box
      component="svg"
      viewBox={`0 0 ${of * 10} 10`}
      width={of * 10}
      height={10}
      aria-hidden
      sx={{ color: 'primary.main', flexShrink: 0 }}
    >
      {Array.from({ length: of }, (_, index) => (
        <circle
          key={index}
          cx={index * 10 + 5}
          cy={5}
          r={index < step ? 3.6 : 3.1}
          fill={index < step ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth={index < step ? 0 : 1}
        />
      ))}
    </Box>
  );
}

function Ladder({ step, of, word }: { step: number; of: number; word: string }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 2, whiteSpace: 'nowrap' }}>
      <Dots step={step} of={of} />
      {word}
    </Box>
  );
}
