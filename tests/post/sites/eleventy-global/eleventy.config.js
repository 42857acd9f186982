export default function (config) {
  return { pathPrefix: "/sub/" };
}
