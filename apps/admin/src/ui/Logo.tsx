import { useTheme } from '@mui/material';

/** The ladder of participation, climbed three steps of four. */
export function Logo({ size = 28 }: { size?: number }) {
  const { main, contrastText } = useTheme().palette.primary;
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      aria-hidden
      focusable="false"
      style={{ flexShrink: 0 }}
    >
      <rect width="32" height="32" rx="7" fill={main} />
      <circle cx="7.5" cy="23" r="3" fill={contrastText} />
      <circle cx="13.2" cy="18.3" r="3" fill={contrastText} />
      <circle cx="18.9" cy="13.6" r="3" fill={contrastText} />
      <circle cx="24.6" cy="8.9" r="2.4" fill="none" stroke={contrastText} strokeWidth="1.6" />
    </svg>
  );
}
