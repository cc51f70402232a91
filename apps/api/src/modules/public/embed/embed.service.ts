import { Inject, Injectable } from '@nestjs/common';
import { notFound, type SealedEdition } from '@fieldlab/domain';
import { PublicReportsService } from '../public-reports.service';
import { embedImage } from './embed-image';
import { embedPage } from './embed-page';
import { imageStyle, pageStyle, type EmbedTheme } from './embed-style';
import { embedViewOf, type EmbedQuestion } from './embed-view';

export type EmbedForm = 'page' | 'image';

/** Which figure of which edition, and how it is drawn. */
export interface EmbedRequest extends EmbedQuestion {
  reportId: string;
  edition: number;
  theme: EmbedTheme;
}

/** Figures of public editions for other people's pages, as they were published. */
@Injectable()
export class EmbedService {
  constructor(@Inject(PublicReportsService) private readonly reports: PublicReportsService) {}

  /** The markup, and the one stylesheet in it. @throws DomainError NOT_FOUND */
  async drawn(form: EmbedForm, request: EmbedRequest): Promise<{ markup: string; style: string }> {
    const { reportId, edition: number, theme } = request;
    const { text } = await this.reports.document(reportId, number);
    const address = this.reports.addressOf(reportId, number);
    const view = embedViewOf(JSON.parse(text) as SealedEdition, request, address);
    if (!view) throw notFound('The figure');
    return form === 'page'
      ? { markup: embedPage(view, theme), style: pageStyle(theme) }
      : { markup: embedImage(view, theme), style: imageStyle(theme) };
  }
}
