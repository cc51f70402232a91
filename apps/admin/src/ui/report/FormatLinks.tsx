import { Link as MuiLink, Stack } from '@mui/material';

interface FormatLinksProps {
  /** The address of the edition, to which a format is added. */
  address: string;
  formats: readonly string[];
  /** What a screen reader hears, for “PDF” alone says nothing. */
  nameOf: (format: string) => string;
}

/** An edition as files; each link is big enough for a thumb. */
export function FormatLinks({ address, formats, nameOf }: FormatLinksProps) {
  return (
    <Stack direction="row" className="no-print" sx={{ gap: 4, flexWrap: 'wrap', typography: 'body2' }}>
      {formats.map((format) => (
        <MuiLink
          key={format}
          href={`${address}.${format}`}
          download
          aria-label={nameOf(format.toUpperCase())}
          sx={{ py: 1, minWidth: 24 }}
        >
          {format.toUpperCase()}
        </MuiLink>
      ))}
    </Stack>
  );
}
