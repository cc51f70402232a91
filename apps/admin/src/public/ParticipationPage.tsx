import { Alert, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { useParticipationLink, useStatement, type ParticipationLink } from '../providers/participation-link';
import { refusalOf } from '../providers/http';
import { Fault } from '../ui/forms/Fault';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Waiting } from '../ui/page/Waiting';
import { useErrorText } from '../ui/use-error-text';
import { CorrectionForm } from './CorrectionForm';
import { WhatHolds } from './WhatHolds';

/** A company confirms or corrects its own participation, by the link that was mailed to it. */
export default function ParticipationPage() {
  const t = useT();
  const { hash } = useLocation();
  const token = hash.slice(1);
  const { data, error, refetch } = useParticipationLink(token);
  if (data) return <Question token={token} link={data} />;
  const isGone = error !== null && refusalOf(error).status === 404;
  return (
    <Page title={t('publicly.participation.title')}>
      {isGone && <Message text={t('publicly.participation.gone')} />}
      {error && !isGone && <Failed error={error} onRetry={() => void refetch()} />}
      {!error && <Waiting rows={3} />}
    </Page>
  );
}

function Question({ token, link }: { token: string; link: ParticipationLink }) {
  const t = useT();
  const { date, quarter, dayOf } = useFormat();
  const [isCorrecting, setCorrecting] = useState(false);
  const { companyName, centreName, registered, openUntil, firstDay, lastDayOfQuarter } = link;
  return (
    <Page
      title={t('publicly.participation.question', { company: companyName, centre: centreName })}
      below={`${quarter(link.quarter)}: ${date(firstDay)} – ${date(lastDayOfQuarter)}`}
    >
      <Stack sx={{ gap: 5, maxWidth: 640 }}>
        <Said link={link} />
        <div>
          <Typography variant="h2" sx={{ mb: 2 }}>
            {t('publicly.participation.registered')}
          </Typography>
          <WhatHolds stated={registered} />
        </div>
        {isCorrecting ? (
          <CorrectionForm token={token} link={link} onDone={() => setCorrecting(false)} />
        ) : (
          <Buttons token={token} onCorrect={() => setCorrecting(true)} />
        )}
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('publicly.participation.about', { centre: centreName, date: dayOf(openUntil) })}
        </Typography>
      </Stack>
    </Page>
  );
}

/** What was said by this link before. */
function Said({ link: { answer, stated, centreName } }: { link: ParticipationLink }) {
  const t = useT();
  if (answer === null) return null;
  return (
    <Alert severity="success" role="status">
      {t(`publicly.participation.said.${answer}`, { centre: centreName })}
      {stated && <WhatHolds stated={stated} />}
    </Alert>
  );
}

function Buttons({ token, onCorrect }: { token: string; onCorrect: () => void }) {
  const t = useT();
  const errorText = useErrorText();
  const statement = useStatement(token);
  return (
    <div>
      <Fault text={statement.error ? errorText(statement.error) : ''} />
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap' }}>
        <Button variant="contained" loading={statement.isPending} onClick={() => statement.mutate(undefined)}>
          {t('publicly.participation.confirm')}
        </Button>
        <Button variant="outlined" onClick={onCorrect}>
          {t('publicly.participation.correct')}
        </Button>
      </Stack>
    </div>
  );
}
