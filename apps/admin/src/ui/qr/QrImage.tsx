import { Box } from '@mui/material';
import { useMemo } from 'react';
import { qrCode } from './qr-code';

/** The white margin that a reader needs, in squares. */
const MARGIN = 4;

/** A text to be read by a phone; dark on white in either appearance, or readers do not see it. */
export function QrImage({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => drawingOf(text), [text]);
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`${-MARGIN} ${-MARGIN} ${size + 2 * MARGIN} ${size + 2 * MARGIN}`}
      shapeRendering="crispEdges"
      sx={{ width: 208, height: 208, bgcolor: '#fff', borderRadius: 1, flexShrink: 0 }}
    >
      <path d={path} fill="#000" />
    </Box>
  );
}

function drawingOf(text: string): { path: string; size: number } {
  const modules = qrCode(text);
  const path = modules
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { path, size: modules.length };
}
