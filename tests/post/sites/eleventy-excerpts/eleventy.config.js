module.exports = function (eleventyConfig) {
  eleventyConfig.setFrontMatterParsingOptions({ excerpt: true, excerpt_separator: "<!-- excerpt -->" });
};
