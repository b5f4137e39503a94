namespace ModelCards.Page.Tests.Harness;

/// <summary>Questions to a page, as JavaScript.</summary>
internal static class PageScripts
{
    /// <summary>The texts with less contrast than WCAG's 4.5 to 1 against what is behind them.</summary>
    public const string FaintTexts =
        """
        () => {
          const channels = color => color.match(/[\d.]+/g).map(Number);
          const light = color => {
            const [r, g, b] = channels(color).slice(0, 3).map(value => value / 255).map(value => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b;
          };
          const behind = node => {
            for (; node !== null; node = node.parentElement) {
              const color = getComputedStyle(node).backgroundColor;
              if ((channels(color)[3] ?? 1) > .5) return color;
            }
            return "rgb(255, 255, 255)";
          };
          const faint = [];
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
            const node = text.parentElement;
            if (text.data.trim() === "" || !node.checkVisibility() || node.closest("script, style, noscript, .unseen, option")) continue;
            const [one, other] = [light(getComputedStyle(node).color), light(behind(node))];
            const contrast = (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
            if (contrast < 4.5) faint.push(`${node.className || node.tagName} "${text.data.slice(0, 30)}": ${contrast.toFixed(2)}`);
          }
          return faint;
        }
        """;

    /// <summary>The controls that a screen reader has no name for.</summary>
    public const string NamelessControls =
        """
        () => [...document.querySelectorAll("button, a, select, [role='region'], [tabindex='0'], img")]
          .filter(node => node.checkVisibility())
          .filter(node => !(node.textContent.trim() || node.getAttribute("aria-label") || node.getAttribute("aria-labelledby") || node.labels?.length
            || node.hasAttribute("alt") || node.querySelector("img[alt]:not([alt=''])")))
          .map(node => node.outerHTML.slice(0, 100))
        """;
}
