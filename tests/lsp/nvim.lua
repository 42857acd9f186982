-- A session in headless Neovim 0.7 or newer; what its own commands cannot show is asked for by raw request.
local function fail(why)
  io.stderr:write("nvim: " .. why .. "\n")
  vim.cmd("cquit 1")
end
local function waited(what, done)
  if not vim.wait(20000, done, 20) then fail(what .. ": nothing came") end
end

local id = vim.lsp.start_client({ name = "afterword", cmd = { os.getenv("AFTERWORD"), "lsp" }, root_dir = vim.fn.getcwd() })
waited("initialize", function() local client = vim.lsp.get_client_by_id(id); return client and client.initialized end)
vim.lsp.buf_attach_client(0, id)
local post = vim.api.nvim_get_current_buf()

vim.api.nvim_buf_set_lines(post, 1, 2, false, { 'titel: "PyCascades 2020: two talks"' })
waited("diagnostics", function() return #vim.diagnostic.get(post) > 0 end)
local found = vim.diagnostic.get(post)[1]
if found.source ~= "afterword" then fail("a diagnostic of " .. tostring(found.source)) end
vim.cmd("silent undo")
waited("no diagnostics", function() return #vim.diagnostic.get(post) == 0 end)

local function asked(buffer, method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 20000)
  local answer = answers and answers[id]
  if not answer or answer.error then fail(method .. ": " .. vim.inspect(answer)) end
  return answer.result
end

vim.cmd("edit drafts/2020-02-12-pycascades/bluesky.txt")
local draft = vim.api.nvim_get_current_buf()
vim.lsp.buf_attach_client(draft, id)
local document = vim.lsp.util.make_text_document_params(draft)
local whole = { start = { line = 0, character = 0 }, ["end"] = { line = 99, character = 0 } }
local hints = asked(draft, "textDocument/inlayHint", { textDocument = document, range = whole })
if #hints == 0 or not hints[1].label:match("^%d+/300$") then fail("hints: " .. vim.inspect(hints)) end

local actions = asked(draft, "textDocument/codeAction", { textDocument = document, range = whole, context = { diagnostics = {} } })
local approve
for _, action in ipairs(actions) do if action.title == "Approve this draft" then approve = action end end
if not approve then fail("actions: " .. vim.inspect(actions)) end
vim.lsp.util.apply_workspace_edit(approve.edit, "utf-16")
if not table.concat(vim.api.nvim_buf_get_lines(draft, 0, -1, false), "\n"):match('status = "approved"') then fail("not approved") end
print("nvim: diagnostics, hints and an action in Neovim " .. tostring(vim.version().major) .. "." .. tostring(vim.version().minor) .. "\n")
vim.cmd("qall!")
