import ts from 'typescript';
import { AUDIT_ACTIONS } from '../../src/access.ts';

/** Attributes that people see or hear. The others are for the machine. */
const SPOKEN = new Set([
  ...['alt', 'aria-description', 'aria-label', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext'],
  ...['caption', 'data-label', 'hint', 'label', 'name', 'placeholder', 'sentence', 'text', 'title', 'note'],
]);
/** Words: letters that are no address, no example of one, and no name that is the same everywhere. */
const SAME_EVERYWHERE = /^(?:Hearback|HTTP|UTC|Webmention|Pingback|TrackBack|Refback|KiB|ntfy|RSS|Atom|JSON)$/;

function speaks(text: string): boolean {
  const words = text.replace(/&\w+;|https?:\/\/\S+/g, ' ').split(/[\s(),;:·→–|/]+/);
  return words.some(
    (word) => /\p{L}{2}/u.test(word) && !SAME_EVERYWHERE.test(word) && !/[.@_#*=<>]\S|^[#.]/.test(word),
  );
}

/**
 * Several words; and neither what a defect says of itself, nor what is kept on the list of who did what, nor a plain line
 * for whoever builds a site.
 */
function isSentence(node: ts.LiteralLikeNode): boolean {
  const { parent, text } = node;
  const isThrown = ts.isNewExpression(parent) && /Error$/.test(parent.expression.getText());
  let whole: ts.Node = parent;
  while (
    ts.isBinaryExpression(whole) ||
    ts.isConditionalExpression(whole) ||
    /^Template/.test(ts.SyntaxKind[whole.kind])
  )
    whole = whole.parent;
  const isNoted = ts.isCallExpression(whole) && /^note|^c\.text$/.test(whole.expression.getText());
  const isKnown = AUDIT_ACTIONS.some((action) => action === text) || /[={}]/.test(text);
  return /\p{L}{2,}[,’]? \p{L}{2,}/u.test(text) && !isThrown && !isNoted && !isKnown;
}

/** Each piece of text for people that stands in the source of a page itself, with its line. */
export function textsInPage(source: string): string[] {
  const file = ts.createSourceFile('page.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const say = (node: ts.Node, text: string) => {
    if (speaks(text))
      found.push(
        `${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text.replace(/\s+/g, ' ').trim()}`,
      );
  };

  /** What an expression within JSX may come to, as far as it is written there. */
  function value(node: ts.Node): void {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) say(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      say(node, [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' '));
      for (const { expression } of node.templateSpans) value(expression);
    } else if (ts.isConditionalExpression(node)) for (const side of [node.whenTrue, node.whenFalse]) value(side);
    else if (ts.isParenthesizedExpression(node)) value(node.expression);
    else if (ts.isBinaryExpression(node))
      for (const side of [node.left, node.right].filter((one) => isResult(node, one))) value(side);
    else visit(node);
  }

  /** Of `a && b`, `a || b`, `a ?? b` and `a + b` the right one is shown, and the left one but for `&&`. */
  function isResult(whole: ts.BinaryExpression, side: ts.Node): boolean {
    const { kind } = whole.operatorToken;
    const { BarBarToken, PlusToken, QuestionQuestionToken, AmpersandAmpersandToken } = ts.SyntaxKind;
    if (kind === AmpersandAmpersandToken) return side === whole.right;
    return kind === BarBarToken || kind === PlusToken || kind === QuestionQuestionToken;
  }

  function visit(node: ts.Node): void {
    if (ts.isJsxText(node)) say(node, node.text);
    else if (ts.isJsxAttribute(node)) {
      const tag = node.parent.parent.tagName.getText();
      const name = node.name.getText();
      // `name` is a sentence of a fact, and a word for machines of everything else.
      const isSpoken = name === 'name' ? tag === 'Fact' : SPOKEN.has(name);
      const { initializer } = node;
      if (!initializer) return;
      if (isSpoken) value(ts.isJsxExpression(initializer) ? (initializer.expression ?? initializer) : initializer);
      else if (ts.isJsxExpression(initializer) && initializer.expression && !/^class/.test(name))
        visit(initializer.expression);
    } else if (ts.isJsxExpression(node) && node.expression) value(node.expression);
    // For machines, or for hands that copy it.
    else if (ts.isJsxElement(node) && /^(?:code|pre|style)$/.test(node.openingElement.tagName.getText())) return;
    else if (ts.isPropertyAssignment(node) && SPOKEN.has(node.name.getText()) && node.name.getText() !== 'name')
      value(node.initializer);
    // What is said to the browser.
    else if (ts.isPropertyAssignment(node) && /^'[A-Z][a-z]*(?:-[A-Z][\w-]+)+'$/.test(node.name.getText())) return;
    // A sentence that is kept under a name, to be shown somewhere else.
    else if ((ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) && isSentence(node))
      say(node, node.text);
    else ts.forEachChild(node, visit);
  }
  visit(file);
  return found;
}
