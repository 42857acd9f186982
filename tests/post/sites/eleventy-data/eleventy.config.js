export default function (eleventyConfig) {
	eleventyConfig
		.addPassthroughCopy({
			"./public/": "/"
		});
}
export const config = {
	dir: {
		input: "content",
		data: "../_data", // from the input folder
		output: "_site"
	},
};
