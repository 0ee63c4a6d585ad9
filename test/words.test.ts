import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

/* Every sentence of the screens is a message in both languages: none is written in a component. */

const root = join(import.meta.dirname, '..')
const components = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'apps/web/src'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((path) => path.endsWith('.tsx') && !path.endsWith('.test.tsx'))
  .filter((path) => existsSync(join(root, path)))

/** What is read by people; every other attribute is for the browser. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'title',
  'placeholder',
  'label',
  'description',
  'caption',
  'heading',
  'header',
  'lead',
  'hint',
  'summary',
])

const hasLetters = (text: string) => /\p{L}/u.test(text)

/** `path: text` of every text and spoken attribute of a component that is written out. */
function writtenOut(path: string): string[] {
  const source = readFileSync(join(root, path), 'utf8')
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const say = (text: string) => {
    if (hasLetters(text)) found.push(`${path}: ${text.trim()}`)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && !isKey(node)) say(node.text)
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText(file))) {
      for (const text of literals(node.initializer)) say(text)
    }
    if (ts.isJsxExpression(node) && isChild(node)) {
      for (const text of literals(node)) say(text)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** What stands on a key is the same in every language. */
const isKey = (node: ts.JsxText) =>
  ts.isJsxElement(node.parent) && node.parent.openingElement.tagName.getText() === 'kbd'

const isChild = (node: ts.JsxExpression) =>
  ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)

/** The texts an expression may come out as: itself, or either side of a choice. */
function literals(node: ts.Node | undefined): string[] {
  if (!node) return []
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
  }
  if (ts.isJsxExpression(node)) return literals(node.expression)
  if (ts.isParenthesizedExpression(node)) return literals(node.expression)
  if (ts.isConditionalExpression(node)) {
    return [...literals(node.whenTrue), ...literals(node.whenFalse)]
  }
  if (ts.isBinaryExpression(node)) {
    const isChoice = [
      ts.SyntaxKind.QuestionQuestionToken,
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.AmpersandAmpersandToken,
      ts.SyntaxKind.PlusToken,
    ].includes(node.operatorToken.kind)
    return isChoice ? [...literals(node.left), ...literals(node.right)] : []
  }
  return []
}

describe('components', () => {
  test('are found', () => {
    expect(components.length).toBeGreaterThan(100)
  })

  test('say nothing but messages', () => {
    expect(components.flatMap(writtenOut)).toEqual([])
  })
})
