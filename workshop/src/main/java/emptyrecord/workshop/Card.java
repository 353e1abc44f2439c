package emptyrecord.workshop;

/**
 * A card to print.
 *
 * @param kind of it, which is its colour: role, inject, stakeholder, update
 * @param kicker the small line above the title
 * @param html under the title
 * @param foot the small line at the bottom
 */
record Card(String kind, String kicker, String title, String html, String foot) {}
