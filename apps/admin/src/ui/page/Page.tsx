import { Box, Stack, Typography } from '@mui/material';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom';
import { useT } from '../../i18n/use-t';
import { Explained } from '../help/Explained';
import type { HelpTopic } from '../help/topics';
import { PrintedFrom } from '../print/PrintedFrom';

interface PageProps {
  title: string;
  /** What explains it. */
  help?: HelpTopic | undefined;
  /** A line above the title: where this page belongs. */
  above?: ReactNode;
  /** A line below the title. */
  below?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** One page: its name for people, browsers and screen readers, what can be done with it, and what it shows. */
export function Page({ title, help, above, below, actions, children }: PageProps) {
  useDocumentTitle(title);
  const heading = useFocusOnArrival();
  return (
    <Box sx={{ maxWidth: 1480, mx: 'auto', width: '100%' }}>
      <PrintedFrom />
      <Stack
        component="header"
        className="keep-with-next"
        direction="row"
        sx={{ alignItems: 'flex-start', flexWrap: 'wrap', gap: 3, mb: 5, justifyContent: 'space-between' }}
      >
        <Box sx={{ minWidth: 0 }}>
          {above && <Box sx={{ typography: 'body2', color: 'text.secondary', mb: 1 }}>{above}</Box>}
          <Stack direction="row" sx={{ alignItems: 'center', gap: 2 }}>
            <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ overflowWrap: 'anywhere' }}>
              {title}
            </Typography>
            <Explained about={help} name={title} />
          </Stack>
          {below && <Box sx={{ color: 'text.secondary', mt: 1 }}>{below}</Box>}
        </Box>
        {actions && (
          <Stack direction="row" className="no-print" sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
            {actions}
          </Stack>
        )}
      </Stack>
      {children}
    </Box>
  );
}

function useDocumentTitle(title: string): void {
  const product = useT()('frame.product');
  useEffect(() => {
    document.title = title === '' ? product : `${title} · ${product}`;
  }, [title, product]);
}

/** The path of the page before; filters and tabs change the rest of the address, and are no other page. */
let formerPath: string | undefined;

/**
 * After a walk through the program the heading of the new page has the focus: a keyboard goes on from there, and a
 * screen reader says where one is. The page that was loaded first begins at its beginning.
 */
function useFocusOnArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const isBack = useNavigationType() === NavigationType.Pop;
  useEffect(() => {
    const isAnother = formerPath !== undefined && formerPath !== pathname;
    formerPath = pathname;
    if (!isAnother) return;
    // Going back, the browser finds the place where one was.
    if (!isBack) window.scrollTo(0, 0);
    if (isLost(document.activeElement)) heading.current?.focus({ preventScroll: true });
  }, [pathname, isBack]);
  return heading;
}

/** Nowhere, or still in what stands around the pages; not in a field of this page or in a dialog. */
const isLost = (focused: Element | null): boolean =>
  !focused?.closest('main, [role="dialog"], [role="presentation"]');
