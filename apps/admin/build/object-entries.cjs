/** In place of a package that brings twenty kilobytes for browsers that lack it. */
module.exports = Object.entries;
