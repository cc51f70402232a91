import AcceptedIcon from '@mui/icons-material/LockOutlined';
import OpenIcon from '@mui/icons-material/RadioButtonUnchecked';
import ReturnedIcon from '@mui/icons-material/Reply';
import SubmittedIcon from '@mui/icons-material/TaskAlt';
import { Box } from '@mui/material';
import type { SubmissionStatus } from '@fieldlab/domain';
import { useT, useWords } from '../i18n/use-t';
import { SignAndWord, type Look } from '../ui/page/SignAndWord';

const LOOKS: Record<SubmissionStatus, Look> = {
  OPEN: { icon: OpenIcon, colour: 'text.secondary' },
  SUBMITTED: { icon: SubmittedIcon, colour: 'primary.main' },
  ACCEPTED: { icon: AcceptedIcon, colour: 'success.main' },
  RETURNED: { icon: ReturnedIcon, colour: 'warning.main' },
};

/** How far a centre is: a sign and a word, and whether it is late. */
export function SubmissionState({ status, isLate }: { status: SubmissionStatus; isLate: boolean }) {
  const t = useT();
  const words = useWords();
  return (
    <SignAndWord look={LOOKS[status]}>
      {words.submissionStatus[status]}
      {isLate && (
        <Box component="span" sx={{ color: 'warning.main', fontWeight: 600 }}>
          · {t('rounds.late')}
        </Box>
      )}
    </SignAndWord>
  );
}
