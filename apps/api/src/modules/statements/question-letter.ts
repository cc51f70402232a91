import { wordOf } from '@fieldlab/domain';
import { LINK_DAYS } from './statements.repository';

interface Question {
  name: string;
  companyName: string;
  centreName: string;
  quarter: string;
  link: string;
}

/** The letter to somebody of a company, whose language nobody knows: Dutch, and English below it. */
export const questionLetter = ({ name, companyName, centreName, quarter, link }: Question) => ({
  subject: `Klopt de deelname van ${companyName} aan ${centreName}? / Please check your participation`,
  text: `Beste ${name},

${centreName} legt elk kwartaal vast welke bedrijven meedoen. Klopt wat er over ${companyName} staat in het ${wordOf(quarter, 'nl')}? Bevestigen of verbeteren kan op deze pagina, zonder account:

${link}

De link werkt ${LINK_DAYS} dagen, alleen voor deze deelname. Een verbetering wordt pas overgenomen nadat ${centreName} haar heeft gezien.

---

Dear ${name},

Every quarter ${centreName} records which companies take part. Is what it holds about ${companyName} in ${wordOf(quarter, 'en')} right? You can confirm or correct it on this page, without an account:

${link}

The link works for ${LINK_DAYS} days, for this participation alone. A correction is taken over only after ${centreName} has seen it.
`,
});
