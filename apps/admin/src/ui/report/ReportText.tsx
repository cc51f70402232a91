import { Box, Link, Typography } from '@mui/material';
import { blocksOf, type Block, type Inline } from '@fieldlab/report-text';
import { Fragment, useMemo, type ReactNode } from 'react';
import type { TextFigure } from '@fieldlab/domain';
import { TextTable } from './TextTable';

type Show = (figure: TextFigure) => ReactNode;

/** A report's text as it is read; how a figure in it looks is its reader's business. */
export function ReportText({ text, show }: { text: string; show: Show }) {
  const blocks = useMemo(() => blocksOf(text), [text]);
  return (
    <Box sx={{ maxWidth: '75ch', fontSize: '1rem', lineHeight: 1.65, overflowWrap: 'anywhere' }}>
      <Blocks blocks={blocks} show={show} />
    </Box>
  );
}

function Blocks({
  blocks,
  show,
  isTight = false,
}: {
  blocks: readonly Block[];
  show: Show;
  isTight?: boolean;
}) {
  return blocks.map((block, index) => <BlockText key={index} block={block} show={show} isTight={isTight} />);
}

function BlockText({ block, show, isTight }: { block: Block; show: Show; isTight: boolean }): ReactNode {
  switch (block.kind) {
    case 'heading':
      return <Heading block={block} show={show} />;
    case 'paragraph':
      if (isTight) return <Inlines content={block.content} show={show} />;
      return (
        <Box component="p" sx={{ mt: 0, mb: 4 }}>
          <Inlines content={block.content} show={show} />
        </Box>
      );
    case 'list':
      return <List block={block} show={show} />;
    case 'quote':
      return (
        <Box component="blockquote" sx={{ m: 0, mb: 4, pl: 4, borderLeft: 3, borderColor: 'divider' }}>
          <Blocks blocks={block.blocks} show={show} />
        </Box>
      );
    case 'code':
      return (
        <Box
          component="pre"
          sx={{ mt: 0, mb: 4, p: 3, overflowX: 'auto', bgcolor: 'action.hover', borderRadius: 1 }}
        >
          <Inlines content={block.content} show={show} />
        </Box>
      );
    case 'table':
      return <TextTable table={block} cell={(content) => <Inlines content={content} show={show} />} />;
    case 'rule':
      return <Box component="hr" sx={{ my: 6, border: 0, borderTop: 1, borderColor: 'divider' }} />;
    case 'leftOut':
      return null;
  }
}

function Heading({
  block: { level, content },
  show,
}: {
  block: Extract<Block, { kind: 'heading' }>;
  show: Show;
}) {
  const variant = level > 2 ? 'h3' : 'h2';
  return (
    <Typography variant={variant} component={variant} sx={{ mt: 6, mb: 2 }}>
      <Inlines content={content} show={show} />
    </Typography>
  );
}

function List({ block, show }: { block: Extract<Block, { kind: 'list' }>; show: Show }) {
  const { isNumbered, start, isTight, items } = block;
  return (
    <Box
      component={isNumbered ? 'ol' : 'ul'}
      {...(isNumbered && start !== 1 && { start })}
      sx={{ mt: 0, mb: isTight ? 4 : 0, pl: 6, 'li > &': { mb: 0 } }}
    >
      {items.map((item, index) => (
        <li key={index}>
          <Blocks blocks={item} show={show} isTight={isTight} />
        </li>
      ))}
    </Box>
  );
}

function Inlines({ content, show }: { content: readonly Inline[]; show: Show }): ReactNode {
  return content.map((inline, index) => (
    <Fragment key={index}>
      <InlineText inline={inline} show={show} />
    </Fragment>
  ));
}

const TAGS = { strong: 'strong', em: 'em', struck: 's', code: 'code' } as const;

function InlineText({ inline, show }: { inline: Inline; show: Show }): ReactNode {
  if (inline.kind === 'text') return inline.text;
  if (inline.kind === 'figure') return show(inline.figure);
  if (inline.kind === 'break') return <br />;
  const within = <Inlines content={inline.content} show={show} />;
  if (inline.kind === 'link') {
    return (
      <Link href={inline.address} rel="noopener noreferrer nofollow">
        {within}
      </Link>
    );
  }
  const Tag = TAGS[inline.kind];
  return <Tag>{within}</Tag>;
}
