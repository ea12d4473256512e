#!/usr/bin/env perl
# Prints what a reader of an e-mail (.eml) sees of it: the values of the lines on top that programs show and the names of the
# others, the texts of all its parts, and the names of what is attached. Parts are told apart by any line that could be one
# between them, so that nested ones are as good as others.
use strict;
use warnings;
use Encode qw(decode encode);
use MIME::Base64 qw(decode_base64);
use MIME::QuotedPrint qw(decode_qp);

local $/;
my $mail = <>;
$mail =~ s/\r\n/\n/g;
my ($head, @parts) = split /^--[^\s-].*\n(?=Content-|\n)|^--[^\s].*--\s*\n|^------=.*\n/m, $mail;
my ($top, $first) = split /\n\n/, $head, 2;
$top =~ s/\n[ \t]+/ /g;
for (split /\n/, $top) {
    my ($name, $value) = split /:\s*/, $_, 2;
    my $shown = $name =~ /^(From|To|Cc|Subject|Date)$/;
    print "$name ", $shown ? encode('UTF-8', decode('MIME-Header', $value)) : '', "\n";
}
my ($kind) = $top =~ /^(Content-[^\0]*)/m;
unshift @parts, $top =~ /multipart/ ? "X: y\n\n" . ($first // '') : ($kind // '') . "\n\n" . ($first // '');
for (@parts) {
    my ($about, $body) = split /\n\n/, "\n$_", 2;
    next unless defined $body;
    $about =~ s/\n[ \t]+/ /g;
    if ($about =~ /filename|message\/rfc822/) {
        print "$1\n" while $about =~ /name="([^"]*)"/g;
        next;
    }
    $body = decode_base64($body) if $about =~ /encoding: base64/i;
    $body = decode_qp($body) if $about =~ /encoding: quoted-printable/i;
    my ($charset) = $about =~ /charset="?([\w-]+)/;
    $body = encode('UTF-8', decode($charset // 'UTF-8', $body));
    if ($about =~ /text\/html/) {
        $body =~ s/<head>.*?<\/head>//gs;
        $body =~ s/&[#a-z0-9]+;/ /g;
        $body =~ s/<img[^>]*alt="([^"]*)"[^>]*>/$1/g;
        $body =~ s/<[^>]+>/ /g;
    }
    print "$body\n";
}
