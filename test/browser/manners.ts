import type { Page } from 'playwright-core';

/** Runs in the page: what can be reached with the Tab key, and looks the same when it is. */
export function withoutFocus(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const look = (element: Element) => {
      const { outlineStyle, outlineWidth, boxShadow, textDecorationLine, borderColor } = getComputedStyle(element);
      return [outlineStyle === 'none' ? '' : outlineWidth, boxShadow, textDecorationLine, borderColor].join('|');
    };
    const same = [];
    for (const element of document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    )) {
      if (!element.checkVisibility() || element.matches('[type=hidden], :disabled')) continue;
      element.blur();
      const before = look(element);
      element.focus({ focusVisible: true } as FocusOptions);
      if (document.activeElement !== element || look(element) === before) same.push(element.outerHTML.slice(0, 120));
    }
    return same;
  });
}

/** What of the page reaches beyond the screen to the side. Wide tables may, within a box of their own that scrolls. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll('body *')]
      .filter(
        (one) => one.getBoundingClientRect().right > width + 1 && !one.closest('.skip, thead, .overflow-auto table'),
      )
      .map((one) => `${one.localName}.${one.className} ${one.textContent?.trim().slice(0, 40)}`);
    return document.documentElement.scrollWidth > width
      ? [`${document.documentElement.scrollWidth} px`, ...wide]
      : wide;
  });
}

/** Elements that still move for those who asked for no motion. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seconds = (list: string) => Math.max(...list.split(',').map(Number.parseFloat));
    return [...document.querySelectorAll('body *')]
      .filter((one) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(one);
        return seconds(transitionDuration) > 0.01 || (animationName !== 'none' && seconds(animationDuration) > 0.01);
      })
      .map((one) => `${one.localName}.${one.className}`);
  });
}

/** Text from right to left that may reorder what stands around it: it lies in nothing that isolates its direction. */
export function notIsolated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const loose = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || !/[\u0590-\u08FF]/.test(node.nodeValue ?? '')) continue;
      // A paragraph isolates itself from others, and not what is within it: it may have the text alone, without words of ours.
      const isIsolated =
        parent.closest('bdi, pre, textarea, option') !== null ||
        (parent.textContent?.trim() === node.nodeValue?.trim() && !/[a-z]/i.test(node.nodeValue ?? ''));
      if (!isIsolated) loose.push(parent.outerHTML.slice(0, 160));
    }
    return loose;
  });
}

/** Text of ours that stands on the wrong side of what a stranger wrote, on the same line. */
export function jumped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = (node: Node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].filter(({ width }) => width > 0);
    };
    const wrong = [];
    for (const name of document.querySelectorAll('bdi')) {
      const { previousSibling: before, nextSibling: after } = name;
      const [first, last] = [boxes(name)[0], boxes(name).at(-1)];
      if (!first || !last || !name.checkVisibility()) continue;
      const isLine = (one: DOMRect | undefined, other: DOMRect) => one && Math.abs(one.bottom - other.bottom) < 6;
      const left = before?.nodeValue?.trim() ? boxes(before).at(-1) : undefined;
      const right = after?.nodeValue?.trim() ? boxes(after)[0] : undefined;
      if (left && isLine(left, first) && left.right > first.left + 2)
        wrong.push(`before: ${name.parentElement?.textContent}`);
      if (right && isLine(right, last) && right.left < last.right - 2)
        wrong.push(`after: ${name.parentElement?.textContent}`);
    }
    return wrong;
  });
}
