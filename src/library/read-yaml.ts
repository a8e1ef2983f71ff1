/**
 * YAML text → a tree with places. Read as the failsafe schema, so that every scalar stays the text the author wrote. What a
 * definition has no use for is refused while it is read, before it can cost anything: anchors and aliases, tags, nesting
 * beyond 40 levels.
 * Must never: throw on any text, recurse deeper than the limit, compare keys pairwise.
 */
import { Composer, CST, type Document, Lexer, LineCounter, Parser } from 'yaml';
import type { Finding } from './read-text.js';
import { treeOf } from './to-tree.js';
import type { Place, Tree } from './tree.js';

export interface YamlRead {
  readonly tree?: Tree;
  readonly findings: readonly Finding[];
  /** The first line on which the text is no YAML: what stands from there on cannot be judged. */
  readonly brokenFrom?: number;
  /** Ids that stood in what was dropped. */
  readonly doubtful: ReadonlySet<string>;
}

const DEEPEST = 40;
/** The parser's own stack also holds the document and the scalar at hand. */
const STACK = DEEPEST + 2;

/** Words, marks and line ends: some eight times what the largest questionnaire has. */
const MOST_LEXEMES = 120_000;

const SENTENCES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab cannot be used to indent: use spaces',
  BAD_INDENT: 'the indentation does not fit the lines above',
  MISSING_CHAR: 'the YAML is not complete here: a closing bracket, a quote or a colon is missing',
  MULTILINE_IMPLICIT_KEY: 'a key must stand on one line; is a colon or a quote missing?',
  BLOCK_AS_IMPLICIT_KEY: 'a text that holds a colon must stand in quotes (or the next line is indented too far)',
  BLOCK_IN_FLOW: 'an indented block cannot stand within brackets',
  BAD_SCALAR_START: 'a text cannot begin with @ or ` unless it is in quotes',
  UNEXPECTED_TOKEN: 'this is not expected here; does a text hold a character that YAML reserves? Put it in quotes',
};

/** Reads one YAML document. */
export function readYaml(text: string): YamlRead {
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  lines.addNewLine(0);
  const tokens = tokensOf(text, lines);
  if ('refused' in tokens) return broken({ at: place(tokens.at), level: 'error', message: tokens.refused });
  const documents = [...new Composer(OPTIONS).compose(tokens.tokens, true, text.length)];
  const [document] = documents as Document.Parsed[];
  if (document?.contents == null)
    return broken({ at: { line: 1, column: 1 }, level: 'error', message: 'the file is empty' });
  const findings = documents
    .flatMap((each) => each.errors)
    .map((error) => ({
      at: place(error.pos[0]),
      level: 'error' as const,
      message: SENTENCES[error.code] ?? error.message,
    }));
  const [, second] = documents;
  if (second !== undefined) {
    findings.push({
      at: place(second.range[0]),
      level: 'error',
      message: 'a second document begins here: a file holds one',
    });
  }
  const { tree, findings: more, doubtful } = treeOf(document.contents, place);
  return {
    tree,
    findings: [...findings, ...more],
    doubtful,
    ...(findings.length > 0
      ? { brokenFrom: findings.reduce((first, { at }) => Math.min(first, at.line), Number.POSITIVE_INFINITY) }
      : {}),
  };
}

const OPTIONS = { schema: 'failsafe', uniqueKeys: false, prettifyErrors: false, merge: false } as const;

function broken(finding: Finding): YamlRead {
  return { findings: [finding], brokenFrom: finding.at.line, doubtful: new Set() };
}

type Tokens = { readonly tokens: readonly CST.Token[] } | { readonly refused: string; readonly at: number };

/** Lexes and parses step by step, and stops at the first thing that is refused. */
function tokensOf(text: string, lines: LineCounter): Tokens {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let scalar = false;
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const refused = scalar ? undefined : refusal(lexeme, parser.stack.length);
    if (refused !== undefined) return { refused, at: parser.offset };
    lexemes += 1;
    if (lexemes > MOST_LEXEMES) return { refused: 'too many entries for one file', at: parser.offset };
    scalar = !scalar && lexeme === CST.SCALAR;
    for (const token of parser.next(lexeme)) tokens.push(token);
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

function refusal(lexeme: string, depth: number): string | undefined {
  if (depth > STACK) return `nested more than ${DEEPEST} levels deep`;
  switch (CST.tokenType(lexeme)) {
    case 'anchor':
    case 'alias':
      return `anchors (&) and aliases (*) are not used in these files; put a text that begins with '${lexeme[0]}' in quotes`;
    case 'tag':
      return "tags (!) are not used in these files; put a text that begins with '!' in quotes";
    case 'directive-line':
      return 'directives (%) are not used in these files';
    default:
      return undefined;
  }
}
