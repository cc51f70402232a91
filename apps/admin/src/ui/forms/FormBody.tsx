import { Alert, Box, Button, Link as MuiLink, Stack } from '@mui/material';
import { Form } from 'react-admin';
import { useEffect, type ReactNode } from 'react';
import { useFormState } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { FormWork } from './FormWork';
import type { TypedWork } from './typed-work';
import { useNames, useT } from '../../i18n/use-t';

interface FormBodyProps {
  resource: string;
  work: TypedWork;
  children: ReactNode;
  defaultValues?: object;
}

/** A form on a page: its faults on top, its fields, and what to do with it. */
export function FormBody({ resource, work, children, defaultValues }: FormBodyProps) {
  return (
    <Form noValidate disableInvalidFormNotification {...(defaultValues && { defaultValues })}>
      <Stack sx={{ maxWidth: 640, gap: 4 }}>
        <FormWork work={work} />
        <FaultSummary resource={resource} />
        {children}
        <Buttons />
      </Stack>
    </Form>
  );
}

/** Two fields beside each other where there is room. */
export function Pair({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 3, rowGap: 4 }}>
      {children}
    </Box>
  );
}

function FaultSummary({ resource }: { resource: string }) {
  const t = useT();
  const { field } = useNames();
  const { errors, submitCount, isSubmitting } = useFormState();
  const names = Object.keys(errors).filter((name) => name !== 'root');
  const [first] = names;
  useEffect(() => {
    // Whoever is told that something is wrong goes on where it is.
    if (submitCount > 0 && !isSubmitting && first !== undefined) focusOn(first);
  }, [submitCount, isSubmitting, first]);
  if (submitCount === 0 || names.length === 0) return null;
  return (
    <Alert severity="error" role="alert">
      {t('register.form.summary', { smart_count: names.length })}
      {': '}
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && ', '}
          <MuiLink
            component="button"
            type="button"
            color="inherit"
            underline="always"
            onClick={() => focusOn(name)}
          >
            {field(resource, name)}
          </MuiLink>
        </span>
      ))}
    </Alert>
  );
}

function focusOn(name: string): void {
  (document.querySelector<HTMLElement>(`[name="${name}"]`) ?? document.getElementById(name))?.focus();
}

function Buttons() {
  const t = useT();
  const navigate = useNavigate();
  const { isSubmitting } = useFormState();
  return (
    <Stack
      direction="row"
      className="no-print"
      sx={{
        gap: 2,
        position: 'sticky',
        bottom: { xs: 60, md: 0 },
        // Above the labels of fields, which have a layer of their own.
        zIndex: 2,
        bgcolor: 'background.default',
        py: 3,
      }}
    >
      <Button type="submit" variant="contained" loading={isSubmitting}>
        {t('register.form.save')}
      </Button>
      <Button variant="text" color="inherit" onClick={() => void navigate(-1)}>
        {t('register.form.cancel')}
      </Button>
    </Stack>
  );
}
