-- The lines of docs/editors.md for this Neovim, which are its configuration here: the server starts by itself, and
-- says what it finds while somebody types; from 0.11 on the lengths of posts are shown.
local function fail(why)
  io.stderr:write("nvim: " .. why .. "\n")
  vim.cmd("cquit 1")
end
local function waited(what, done)
  if not vim.wait(20000, done, 20) then fail(what .. ": nothing came") end
end
local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
local function attached(buffer)
  for _, client in ipairs(clients()) do
    if client.name == "afterword" and vim.lsp.buf_is_attached(buffer, client.id) then return true end
  end
  return false
end

vim.cmd("edit posts/2020-02-12-pycascades.md")
local post = vim.api.nvim_get_current_buf()
waited("the server", function() return attached(post) end)
vim.api.nvim_buf_set_lines(post, 1, 2, false, { 'titel: "PyCascades 2020: two talks"' })
waited("diagnostics", function() return #vim.diagnostic.get(post) > 0 end)
vim.cmd("silent undo")
waited("no diagnostics", function() return #vim.diagnostic.get(post) == 0 end)

vim.cmd("edit drafts/2020-02-12-pycascades/bluesky.txt")
local draft = vim.api.nvim_get_current_buf()
waited("the server in a draft", function() return attached(draft) end)
local shown = ""
if vim.lsp.inlay_hint then
  waited("lengths", function() return #vim.lsp.inlay_hint.get({ bufnr = draft }) > 0 end)
  local label = vim.lsp.inlay_hint.get({ bufnr = draft })[1].inlay_hint.label
  if not label:match("^%d+/300$") then fail("lengths: " .. vim.inspect(label)) end
  shown = " and lengths"
end
local version = vim.version()
print(("nvim: the lines of docs/editors.md, diagnostics%s in Neovim %d.%d\n"):format(shown, version.major, version.minor))
vim.cmd("qall!")
