import { Box, Link as MuiLink, Typography } from '@mui/material';
import { useFormat } from '../i18n/format';
import { en } from '../i18n/statement/en';
import { nl } from '../i18n/statement/nl';
import { REVISED_ON, type Block, type StatementPart } from '../i18n/statement/statement';
import { useLanguage } from '../i18n/use-t';
import { Facts } from '../ui/page/Facts';
import { Page } from '../ui/page/Page';
import { Section } from '../ui/page/Section';

const STATEMENTS = { nl, en };

/** How far everybody can use this: in the form that the Dutch government asks of its own. */
export default function StatementPage() {
  const statement = STATEMENTS[useLanguage()];
  const { date } = useFormat();
  const { title, intro, facts, values, parts, contactTitle, objection } = statement;
  const email = contactEmail();
  return (
    <Page title={title}>
      <Box sx={{ maxWidth: '75ch' }}>
        <Typography sx={{ fontSize: '1.125rem', mb: 6 }}>{intro}</Typography>
        <Box sx={{ mb: 8 }}>
          <Facts
            facts={[
              [facts.status, <strong key="status">{values.status}</strong>],
              [facts.standard, values.standard],
              [facts.examinedBy, values.examinedBy],
              [facts.revisedOn, date(REVISED_ON)],
            ]}
          />
        </Box>
        {parts.map((part) => (
          <Part key={part.title} {...part} />
        ))}
        <Part
          title={contactTitle}
          blocks={
            email === undefined
              ? statement.contact.unknown
              : [...statement.contact.known, { href: `mailto:${email}`, text: email }]
          }
        />
        <Part {...objection} />
      </Box>
    </Page>
  );
}

/** The server writes it into the page. */
function contactEmail(): string | undefined {
  const written = document.querySelector<HTMLMetaElement>('meta[name="contact-email"]')?.content;
  return written === '' ? undefined : written;
}

function Part({ title, blocks }: StatementPart) {
  return (
    <Section title={title}>
      {blocks.map((block, index) => (
        <Said key={index} block={block} />
      ))}
    </Section>
  );
}

function Said({ block }: { block: Block }) {
  if (typeof block === 'string') return <Typography sx={{ mb: 3 }}>{block}</Typography>;
  if ('href' in block)
    return (
      <MuiLink href={block.href} sx={{ overflowWrap: 'anywhere' }}>
        {block.text}
      </MuiLink>
    );
  return (
    <Box component="ul" sx={{ mt: 0, mb: 3, pl: 5, '& > li': { mb: 1 } }}>
      {block.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </Box>
  );
}
