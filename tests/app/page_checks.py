"""What is asked of every page in a real Chromium."""

from typing import Any

from tests.work import PATIENCE

#: Milliseconds that a page may take to answer, on a busy machine.
PATIENCE_OF_PAGES = 1000 * PATIENCE

#: Types of playwright, which is loaded only where there is a Chromium.
Playwrights = Any

#: Texts whose contrast with their ground is below 4.5, the least for body text (WCAG 2.1, level AA).
FAINT = """() => {
    const parse = text => text.match(/[\\d.]+/g).map(Number);
    const linear = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
    const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
    const ground = node => {
        for (; node; node = node.parentElement) {
            const colour = parse(getComputedStyle(node).backgroundColor);
            if (colour.length === 3 || colour[3] > 0) return colour;
        }
        return [255, 255, 255];
    };
    const own = node => [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim());
    return [...document.querySelectorAll('body *')]
        .filter(node => own(node) && node.getClientRects().length && !node.closest('svg, .arrow'))
        .filter(node => {
            const [low, high] = [getComputedStyle(node).color, null]
                .map((colour, at) => light(at ? ground(node) : parse(colour))).sort((a, b) => a - b);
            return (high + .05) / (low + .05) < 4.5;
        })
        .map(node => node.className + ': ' + node.textContent.slice(0, 30));
}"""
