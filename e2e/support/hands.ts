import type { Locator, Page } from '@playwright/test'

type PickedFile = { name: string; mimeType: string; buffer: Buffer }

/** What a scene cost the one who played it. */
export interface Cost {
  scene: string
  clicks: number
  keys: number
  seconds: number
}

/**
 * The hands of one person at one page, counted: a press of the mouse is a click, so is a file
 * dragged in; each character typed is a keystroke, so are Tab, Enter and a chord like Ctrl+Enter.
 */
export class Hands {
  readonly #page: Page
  readonly #began = performance.now()
  #clicks = 0
  #keys = 0

  constructor(page: Page) {
    this.#page = page
  }

  async click(what: Locator): Promise<void> {
    this.#clicks++
    await what.click()
  }

  /** Into a field that Tab leads to; what stands there is chosen by it, as browsers do. */
  async write(field: Locator, text: string): Promise<void> {
    this.#keys += 1 + [...text].length
    await field.focus()
    await field.evaluate((element) => element instanceof HTMLInputElement && element.select())
    await this.#page.keyboard.type(text)
  }

  /** Where the cursor is already. */
  async type(text: string): Promise<void> {
    this.#keys += [...text].length
    await this.#page.keyboard.type(text)
  }

  async press(key: string): Promise<void> {
    this.#keys++
    await this.#page.keyboard.press(key)
  }

  /** What was copied elsewhere, as a browser hands it to a field that Tab leads to. */
  async paste(field: Locator, text: string): Promise<void> {
    this.#keys += 2
    await field.focus()
    await field.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      const kind = { clipboardData, bubbles: true, cancelable: true }
      const taken = !element.dispatchEvent(new ClipboardEvent('paste', kind))
      if (!taken) document.execCommand('insertText', false, pasted)
    }, text)
  }

  /** Alt and the left arrow, which a browser without a window does not know. */
  async back(): Promise<void> {
    this.#keys++
    await this.#page.goBack()
  }

  async drop(into: Locator, file: PickedFile): Promise<void> {
    this.#clicks++
    await into.setInputFiles(file)
  }

  /** Once all is done. */
  cost(scene: string): Cost {
    const seconds = Math.round((performance.now() - this.#began) / 100) / 10
    return { scene, clicks: this.#clicks, keys: this.#keys, seconds }
  }
}
