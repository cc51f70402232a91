import { Box, Link as MuiLink, Stack, Typography } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { useLanguage, useT } from '../../i18n/use-t';
import { Logo } from '../../ui/Logo';
import { LaterTools } from '../layout/LaterTools';
import { STATEMENT_PATHS } from '../statement-paths';

interface AuthLayoutProps {
  title: string;
  /** A sentence below the title. */
  text?: ReactNode;
  /** What the product is, for who comes here first. */
  intro?: ReactNode;
  children: ReactNode;
}

/** A page in front of the register: one thing to do, and nothing around it. */
export function AuthLayout({ title, text, intro, children }: AuthLayoutProps) {
  const t = useT();
  const product = t('frame.product');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <Stack
        component="header"
        direction="row"
        className="no-print"
        sx={{ justifyContent: 'flex-end', p: 3 }}
      >
        <LaterTools />
      </Stack>
      <Box
        component="main"
        sx={{ flex: 1, width: '100%', maxWidth: 440, mx: 'auto', px: 5, pt: { xs: 4, md: 12 }, pb: 8 }}
      >
        <Stack direction="row" sx={{ gap: 3, alignItems: 'center', mb: intro ? 3 : 8 }}>
          <Logo size={40} />
          <Typography sx={{ fontSize: '1.5rem', fontWeight: 650, letterSpacing: '-0.02em' }}>
            {product}
          </Typography>
        </Stack>
        {intro && <Typography sx={{ color: 'text.secondary', mb: 8 }}>{intro}</Typography>}
        <Typography variant="h1" sx={{ fontSize: '1.25rem', mb: text ? 2 : 4 }}>
          {title}
        </Typography>
        {text && <Typography sx={{ color: 'text.secondary', mb: 5 }}>{text}</Typography>}
        {children}
      </Box>
      <Foot />
    </Box>
  );
}

function Foot() {
  const t = useT();
  const language = useLanguage();
  return (
    <Box component="footer" className="no-print" sx={{ p: 4, textAlign: 'center', typography: 'body2' }}>
      <MuiLink href={STATEMENT_PATHS[language]} sx={{ color: 'text.secondary' }}>
        {t('frame.account.accessibility')}
      </MuiLink>
    </Box>
  );
}
