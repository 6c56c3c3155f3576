"""Whether a page fits the screen, asked of the browser that laid it out."""

from playwright.sync_api import Page

# Elements that reach over the right edge, unless something around them scrolls or hides.
OVERHANGING = """
width => [...document.body.querySelectorAll('*')].filter(element => {
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.right <= width + 1) return false;
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.position === 'fixed' || /auto|scroll|hidden|clip/.test(style.overflowX)) return false;
  }
  return true;
}).slice(0, 5).map(element => element.outerHTML.slice(0, 120))
"""


def overhanging(page: Page) -> list[str]:
    """What makes the page wider than the screen, empty when nothing does."""
    width = page.viewport_size["width"]
    if page.evaluate("document.documentElement.scrollWidth") <= width:
        return []
    return page.evaluate(OVERHANGING, width) or ["the page is wider than the screen"]


def in_one_row(page: Page) -> bool:
    """Whether the menu and the tools of the masthead stand beside each other."""
    menu, tools = (page.locator(each).bounding_box() for each in (".rr-menu > summary", ".rr-masthead__tools"))
    assert menu
    assert tools
    return tools["y"] < menu["y"] + menu["height"] and menu["x"] + menu["width"] <= tools["x"]
