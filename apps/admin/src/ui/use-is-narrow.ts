import { useMediaQuery, type Theme } from '@mui/material';

/** As narrow as a phone. Paper is narrow too, but has tables, as a wide screen has. */
export const useIsNarrow = (): boolean =>
  useMediaQuery(({ breakpoints }: Theme) => breakpoints.down('md').replace('@media ', '@media screen and '));
