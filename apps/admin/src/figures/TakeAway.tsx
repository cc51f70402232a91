import { Button } from '@mui/material';
import { breakdownName, type Figure, type FiguresAnswer } from '@fieldlab/domain';
import { useNotify } from 'react-admin';
import { useFormat } from '../i18n/format';
import { capitalised, useLanguage, useT } from '../i18n/use-t';
import { useProgramme } from '../providers/programme';
import { useCopy } from '../ui/use-copy';
import { pictureOf } from './picture';
import { csvFile, htmlOf, plainOf, save, type Taken } from './taken';
import type { FigureQuery } from '../ui/figures/use-figure-query';

/** The figure on its way out: as a link, as CSV that opens right in Excel, as a picture, as a table for Word. */
export function TakeAway({
  answer,
  figure,
  asked,
}: {
  answer: FiguresAnswer;
  figure: Figure;
  asked: FigureQuery;
}) {
  const t = useT();
  const notify = useNotify();
  const copy = useCopy();
  const taken = useTaken(answer, figure, asked);
  const copyTable = (): void => {
    const item = new ClipboardItem({
      'text/html': new Blob([htmlOf(taken)], { type: 'text/html' }),
      'text/plain': new Blob([plainOf(taken)], { type: 'text/plain' }),
    });
    void navigator.clipboard.write([item]).then(() => notify(t('figures.copied')));
  };
  return (
    <>
      <Button variant="outlined" onClick={() => copy(window.location.href, t('figures.linkCopied'))}>
        {t('figures.copyLink')}
      </Button>
      <Button variant="outlined" onClick={() => save(`${asked.indicator.code}.csv`, csvFile(taken))}>
        {t('figures.csv')}
      </Button>
      <Button
        variant="outlined"
        onClick={() => void pictureOf(taken).then((picture) => save(`${asked.indicator.code}.png`, picture))}
      >
        {t('figures.picture')}
      </Button>
      <Button variant="outlined" onClick={copyTable}>
        {t('figures.word')}
      </Button>
    </>
  );
}

function useTaken(answer: FiguresAnswer, figure: Figure, asked: FigureQuery): Taken {
  const t = useT();
  const language = useLanguage();
  const { figure: write, date, instant } = useFormat();
  const programme = useProgramme()?.name ?? '';
  const title = asked.indicator.title[language];
  const counted = answer.countBy ? `, ${t('figures.countBy.counted')} ${t('figures.countBy.group')}` : '';
  const definition = t('figures.definitionOf', { title, version: asked.indicator.version }) + counted;
  const cells = figure.breakdown ?? [];
  const row = (label: string, value: Figure['value']) => ({ label, text: write(value, figure.unit), value });
  return {
    title,
    heads: [
      asked.by === '' ? '' : capitalised(breakdownName(asked.by, language, answer.sectorVersion)),
      t('figures.value'),
    ],
    rows: [...cells.map(({ label, value }) => row(label, value)), row(t('figures.total'), figure.value)],
    source: t('figures.source', {
      programme,
      definition,
      asOf: date(answer.asOf),
      knownAt: instant(answer.knownAt),
      link: window.location.href,
    }),
    language,
  };
}
