import type { SealedEdition } from '@fieldlab/domain';
import { describe, expect, it } from 'vitest';
import { embedCode, type Embed } from './embed-code';

const EDITION = {
  report: { id: 'r1', title: 'Brief' },
  edition: 2,
  language: 'nl',
  by: ['year'],
} as unknown as SealedEdition;
const EMBED: Embed = {
  edition: EDITION,
  figure: { indicator: 'jobs', definitionVersion: 1, unit: 'FTE', value: 3, breakdown: [] },
  ...{ theme: 'auto', form: 'page', language: 'nl', title: 'Banen "direct" & meer' },
};

describe(embedCode.name, () => {
  it('frames the page of a figure, with its name as an attribute takes it', () => {
    expect(embedCode(EMBED, 'https://x.example')).toBe(
      '<iframe src="https://x.example/embed/reports/r1/editions/2/jobs" title="Banen &quot;direct&quot; &amp; meer" ' +
        'width="100%" height="210" style="border:0" loading="lazy"></iframe>',
    );
  });

  it('says what differs from what the edition does by itself', () => {
    expect(embedCode({ ...EMBED, by: 'year', theme: 'dark', language: 'en', form: 'image' }, '')).toBe(
      '<img src="/embed/reports/r1/editions/2/jobs.svg?by=year&amp;theme=dark&amp;language=en" alt="Banen &quot;direct&quot; &amp; meer" width="640">',
    );
  });
});
