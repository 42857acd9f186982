//! URI schemes (the IANA registry of RFC 7595, November 2026).

/// The registered names, in lower case.
const REGISTERED: &str = "aaa aaas about acap acct acd acr adiumxtra admin afp afs aim amss android appdata apt ar \
    ark attachment aw barion bb beshare bitcoin bitcoincash blob bolo brid browserext cabal \
    calculator callto cap cast casts chrome chrome-extension cid coap coap+tcp coap+ws coaps \
    coaps+tcp coaps+ws com-eventbrite-attendee content conti crid cstr cvs dab dat data dav \
    diaspora dict did dis dlna-playcontainer dlna-playsingle dns dntp dpp drm drop dtn dvb \
    dvx dweb ed2k eid elsi embedded ens ethereum example facetime fax feedready fido file \
    filesystem finger first-run-pen-experience fish fm ftp fuchsia-pkg geo gg git gitoid \
    gizmoproject go gopher graph grd gtalk h323 ham hcap hcp http https hxxp hxxps hydrazone \
    hyper iax icap icon im imap info iotdisco ipfs ipn ipns ipp ipps irc irc6 ircs iris \
    iris.beep iris.lwz iris.xpc iris.xpcs isostore itms jabber jar jms keyparc lastfm lbry \
    ldap ldaps leaptofrogans lid lorawan lpa lvlt machineprovisioningprogressreporter magnet \
    mailserver mailto maps market matrix message microsoft.windows.camera mid mms modem \
    mongodb moz ms-access ms-appinstaller ms-excel ms-powerpoint ms-word msnim msrp msrps \
    mss mt mtqp mumble mupdate mvn mvrp mvrps news nfs ni nih nntp notes num ocf oid onenote \
    opaquelocktoken openid openpgp4fpr otpauth p1 pack palm paparazzi payment payto pkcs11 \
    platform pop pres prospero proxy psyc pttp pwid qb query quic-transport redis rediss \
    reload res resource rmi rsync rtmfp rtmp rtsp rtsps rtspu sarif secondlife secret-token \
    service session sftp sgn shc shelter shttp sieve simpleledger sip sips skype smb smp sms \
    smtp snews snmp soap.beep soap.beeps soldat spiffe spotify ssb ssh starknet steam stun \
    stuns submit svn swh swid swidpath tag taler teamspeak teapot tel teliaeid telnet tftp \
    things thismessage tip tn3270 tool turn turns tv udp unreal upn upt urn ut2004 \
    uuid-in-package v-event vemmi ventrilo ves videotex view-source vnc vscode \
    vscode-insiders vsls w3 wais wcr web+ap web3 webcal wifi wpid ws wss wtai wyciwyg xcon \
    xcon-userid xfire xftp xmlrpc.beep xmlrpc.beeps xmpp xri ymsgr z39.50 z39.50r z39.50s at";

/// Whether a scheme is registered.
pub(crate) fn is_registered(scheme: &str) -> bool {
    // Nearly every URL has one of these: saves a search.
    if matches!(scheme, "https" | "http" | "tag" | "urn" | "mailto") {
        return true;
    }
    super::listed(REGISTERED, &scheme.to_ascii_lowercase())
}
