import { describe, expect, it } from 'vitest';
import { findIndicator } from '../indicators/catalogue';
import { LANGUAGES } from '../vocabulary/languages';
import { REPORT_TEMPLATES, type ReportTemplate } from './templates';
import { textFaults, typedNumbers } from './text';

describe.each(Object.entries<ReportTemplate>(REPORT_TEMPLATES))('template %s', (_, template) => {
  it('names in its text only figures that it has, and no number by hand', () => {
    for (const language of LANGUAGES) {
      expect(textFaults(template.text[language], template)).toEqual([]);
      expect(typedNumbers(template.text[language])).toEqual([]);
    }
  });

  it('is broken down in ways that some of its indicators know', () => {
    for (const by of template.by) {
      expect(template.indicators.some((code) => findIndicator(code)?.breakdowns.includes(by))).toBe(true);
    }
  });
});
