import DeleteIcon from '@mui/icons-material/DeleteOutline';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import FileIcon from '@mui/icons-material/InsertDriveFileOutlined';
import LinkIcon from '@mui/icons-material/Link';
import { Box, IconButton, Link as MuiLink, Typography } from '@mui/material';
import { megabytes } from '@fieldlab/domain';
import { useFormat } from '../../i18n/format';
import { useLanguage, useT } from '../../i18n/use-t';
import { filePath, type Evidence } from '../../providers/evidence';
import { useEvidenceDeletion } from './use-evidence-deletion';

const KILOBYTE = 1_000;
const MEGABYTE = 1_000_000;

/** What people call a piece of evidence. */
const nameOf = ({ title, fileName, url }: Evidence): string => title ?? fileName ?? url ?? '';

export function EvidenceLine({ evidence, mayDelete }: { evidence: Evidence; mayDelete: boolean }) {
  const t = useT();
  const name = nameOf(evidence);
  const { remove, isBusy } = useEvidenceDeletion();
  const isFile = evidence.url === null;
  const Sign = isFile ? FileIcon : LinkIcon;
  return (
    <li>
      <Sign sx={{ color: 'text.secondary', mt: 0.5 }} fontSize="small" />
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Door evidence={evidence} />
        <About evidence={evidence} />
      </Box>
      {isFile && (
        <IconButton
          size="small"
          component="a"
          href={filePath(evidence)}
          download
          aria-label={t('evidence.download', { name })}
        >
          <DownloadIcon fontSize="small" />
        </IconButton>
      )}
      {mayDelete && (
        <IconButton
          size="small"
          disabled={isBusy}
          aria-label={`${t('register.record.delete')}: ${name}`}
          onClick={() => void remove(evidence)}
        >
          <DeleteIcon fontSize="small" />
        </IconButton>
      )}
    </li>
  );
}

/** Opens the link elsewhere; a file is handed over, never shown. */
function Door({ evidence }: { evidence: Evidence }) {
  const name = nameOf(evidence);
  const sx = { color: 'inherit', overflowWrap: 'anywhere' } as const;
  const { url } = evidence;
  if (url === null)
    return (
      <MuiLink href={filePath(evidence)} download sx={sx}>
        {name}
      </MuiLink>
    );
  return (
    <MuiLink
      href={/^https?:/i.test(url) ? url : `https://${url}`}
      target="_blank"
      rel="noopener noreferrer"
      sx={sx}
    >
      {name}
    </MuiLink>
  );
}

function About({ evidence }: { evidence: Evidence }) {
  const { instant } = useFormat();
  const sizeText = useSizeText();
  const { title, fileName, url, bytes, createdAt } = evidence;
  const parts = [title === null ? null : (fileName ?? url), bytes === null ? null : sizeText(bytes)];
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
      {[...parts, instant(createdAt)].filter((part) => part !== null).join(' · ')}
    </Typography>
  );
}

function useSizeText(): (bytes: number) => string {
  const language = useLanguage();
  const { number } = useFormat();
  return (bytes) =>
    bytes >= MEGABYTE
      ? megabytes(bytes)[language]
      : `${number(Math.max(1, Math.round(bytes / KILOBYTE)))} kB`;
}
