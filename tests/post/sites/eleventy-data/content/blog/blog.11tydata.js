export default {
	tags: ["posts"],
	layout: "layouts/post.njk",
	// permalink: "/old/{{ page.fileSlug }}/",
	permalink: "/notes/{{ page.fileSlug }}/index.html",
	author: "Ada Example",
};
